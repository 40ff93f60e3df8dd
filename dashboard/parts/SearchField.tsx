import { onCleanup } from 'solid-js';

/** Typing is answered when it pauses, not at every letter. */
const PAUSE_MS = 300;

export function SearchField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const changeSoon = (value: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => props.onChange(value), PAUSE_MS);
  };
  return (
    <label>
      <span class="screen-reader-only">{props.label}</span>
      <input
        class="field"
        type="search"
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => changeSoon(event.currentTarget.value)}
      />
    </label>
  );
}
