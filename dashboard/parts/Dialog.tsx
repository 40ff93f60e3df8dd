import { type JSX, onCleanup, onMount } from 'solid-js';

/**
 * Something that stands before the view for as long as it is there; Escape and its button close it. Whatever takes it away, the
 * focus goes back to where it came from.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}) {
  let dialog!: HTMLDialogElement;
  const before = document.activeElement;
  onMount(() => dialog.showModal());
  onCleanup(() => {
    // Closing it gives the focus back, but going back in the history takes it away without closing it.
    if (before instanceof HTMLElement && before.isConnected) queueMicrotask(() => before.focus());
  });
  return (
    <dialog ref={dialog} class="dialog" aria-label={props.title} onClose={() => props.onClose()}>
      <div class="view">
        <div class="view-head">
          <h2>{props.title}</h2>
          <button type="button" class="button" data-size="s" onClick={() => dialog.close()}>
            Close
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
