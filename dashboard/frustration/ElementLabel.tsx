import { Show } from 'solid-js';

/** An element as people call it, and below it why it is listed. */
export function ElementLabel(props: {
  readonly element: { readonly label: string; readonly path: string };
  readonly reason?: string;
}) {
  return (
    <>
      <span class="element-label" title={props.element.path}>
        {props.element.label}
      </span>
      <Show when={props.reason}>
        <span class="element-label quiet" title={props.reason}>
          {props.reason}
        </span>
      </Show>
    </>
  );
}
