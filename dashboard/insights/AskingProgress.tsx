import { createSignal, For, onCleanup } from 'solid-js';
import { formatDuration } from '../time/format.ts';
import { stages } from './wording.ts';

/** Three steps, one of them now; nothing moves but the seconds. */
export function AskingProgress(props: { readonly stage: string }) {
  const began = Date.now();
  const [seconds, setSeconds] = createSignal(0);
  const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1_000)), 1_000);
  onCleanup(() => clearInterval(timer));
  const place = () => stages.findIndex(([stage]) => stage === props.stage);
  const state = (index: number) =>
    index < place() ? 'done' : index === place() ? 'now' : undefined;
  return (
    <div class="asking">
      <ol>
        <For each={stages}>
          {([, label], index) => (
            <li
              data-state={state(index())}
              aria-current={state(index()) === 'now' ? 'step' : undefined}
            >
              {label}
            </li>
          )}
        </For>
      </ol>
      <p class="quiet numeric" aria-hidden="true">
        {seconds() > 0 ? formatDuration(seconds() * 1_000) : ' '}
      </p>
      <output class="screen-reader-only">{stages[Math.max(0, place())]?.[1]}</output>
    </div>
  );
}
