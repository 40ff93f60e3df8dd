import { For, onCleanup, onMount, Show } from 'solid-js';
import { formatMoment } from '../time/format.ts';
import type { Replay } from './create-replay.ts';
import { speeds } from './replay-clock.ts';
import { Scrubber } from './Scrubber.tsx';
import { type ScrubberMark, seekByKey } from './scrub.ts';
import './replay.css';

/** Play, pause, speed and the line of time. Space and the left and right arrows work wherever the focus is not a control. */
export function ReplayControls(props: {
  readonly replay: Replay;
  readonly endMs: number;
  readonly marks: readonly ScrubberMark[];
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isForReplay(event)) return;
    if (event.key === ' ') props.replay.toggle();
    else {
      const to = seekByKey(event, props.replay.atMs() ?? props.endMs, props.endMs);
      if (to !== null) props.replay.seek(to);
    }
    event.preventDefault();
  };
  onMount(() => document.addEventListener('keydown', onKeyDown));
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  return (
    <section class="replay" aria-label="Replay">
      <Scrubber
        endMs={props.endMs}
        atMs={props.replay.atMs()}
        marks={props.marks}
        onSeek={props.replay.seek}
      />
      <div class="replay-controls">
        <button
          type="button"
          class="button replay-play"
          data-kind="main"
          aria-keyshortcuts="Space"
          onClick={() => props.replay.toggle()}
        >
          {props.replay.playing() ? 'Pause' : 'Play'}
        </button>
        <span class="numeric replay-time">
          {props.replay.atMs() === null ? 'Whole session' : formatMoment(props.replay.atMs() ?? 0)}
          <span class="quiet"> / {formatMoment(props.endMs)}</span>
        </span>
        <Show when={props.replay.atMs() !== null}>
          <button
            type="button"
            class="button"
            data-kind="plain"
            onClick={() => props.replay.showAll()}
          >
            Show all
          </button>
        </Show>
        <span class="replay-space" />
        <label class="pill">
          <input
            type="checkbox"
            checked={props.replay.skipsIdle()}
            onChange={(event) => props.replay.setSkipsIdle(event.currentTarget.checked)}
          />
          Skip inactivity
        </label>
        <label>
          <span class="screen-reader-only">Speed</span>
          <select
            class="field"
            onChange={(event) => props.replay.setSpeed(Number(event.currentTarget.value))}
          >
            <For each={speeds}>
              {(speed) => (
                <option value={speed} selected={speed === props.replay.speed()}>
                  {speed}×
                </option>
              )}
            </For>
          </select>
        </label>
      </div>
    </section>
  );
}

const keys: readonly string[] = [' ', 'ArrowLeft', 'ArrowRight'];

/** A key of ours that no control wants: those keep their own meaning of it. */
function isForReplay(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const controls = 'button, a, input, select, textarea, summary, [contenteditable]';
  const isOnControl = event.target instanceof Element && event.target.closest(controls) !== null;
  return keys.includes(event.key) && !isOnControl;
}
