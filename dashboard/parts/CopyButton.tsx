import { type Accessor, createSignal, type JSX, onCleanup } from 'solid-js';

/** Copies a text; says so in place for two seconds. */
export function CopyButton(props: {
  readonly text: Accessor<string>;
  readonly children: JSX.Element;
}) {
  const [said, setSaid] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    const done = await navigator.clipboard.writeText(props.text()).then(
      () => 'Copied',
      () => 'Select the text and copy it: this browser does not let the page do so',
    );
    setSaid(done);
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(''), 2_000);
  };
  return (
    <span class="row">
      <button type="button" class="button" data-size="s" onClick={() => void copy()}>
        {props.children}
      </button>
      <output class="quiet">{said()}</output>
    </span>
  );
}
