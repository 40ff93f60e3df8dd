import { type JSX, onMount } from 'solid-js';

/** Something that stands before the view for as long as it is there; Escape and its button close it. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}) {
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
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
