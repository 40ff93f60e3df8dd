import { For } from 'solid-js';
import './segments.css';

let count = 0;

/** One of a few, all of them in sight: radio buttons as a row. */
export function Segments(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const name = `segments-${count++}`;
  return (
    <fieldset class="segments">
      <legend class="screen-reader-only">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class="pill">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
