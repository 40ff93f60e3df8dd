import { createSignal, type JSX, Show } from 'solid-js';

/** Something long that is made when it is first unfolded: a thousand rows that nobody looks at cost nothing. */
export function Unfold(props: { readonly summary: string; readonly children: JSX.Element }) {
  const [wasOpen, setWasOpen] = createSignal(false);
  return (
    <details onToggle={() => setWasOpen(true)}>
      <summary>{props.summary}</summary>
      <Show when={wasOpen()}>{props.children}</Show>
    </details>
  );
}
