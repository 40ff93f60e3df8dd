import { Match, Switch } from 'solid-js';
import { formatCount } from '../numbers/format.ts';
import type { PageShape } from './page-shape.ts';

/** Where the page's shape under a picture comes from, or how it gets there. */
export function ShapeNote(props: {
  /** undefined until it is known whether there is one. */
  readonly shape: PageShape | null | undefined;
  /** The view that is looked at; none where it is many. */
  readonly viewId?: string;
}) {
  const other = () => {
    const { shape, viewId } = props;
    return shape && viewId && shape.viewId !== viewId ? shape : null;
  };
  return (
    <Switch>
      <Match when={props.shape === null}>
        <p class="quiet shape-note">
          The shape of this page is not known yet. One session in ten tells it, or as many as{' '}
          <code>data-wireframe-rate</code> says.
        </p>
      </Match>
      <Match when={other()}>
        {(shape) => (
          <p class="quiet shape-note">
            The page’s shape is from another visit, in a window {formatCount(shape().viewportWidth)}{' '}
            px wide.
          </p>
        )}
      </Match>
    </Switch>
  );
}
