import { Show } from 'solid-js';

/** An element as people call it, with what tells it from others called so, and below it why it is listed. */
export function ElementLabel(props: {
  readonly element: { readonly label: string; readonly path: string };
  /** See `tell-apart.ts`. */
  readonly hint?: string | null | undefined;
  readonly reason?: string;
}) {
  return (
    <>
      <span class="element-label" title={props.element.path}>
        {props.element.label}
        <Show when={props.hint}>
          <span class="quiet"> {props.hint}</span>
        </Show>
      </span>
      <Show when={props.reason}>
        <span class="element-label quiet" title={props.reason}>
          {props.reason}
        </span>
      </Show>
    </>
  );
}
