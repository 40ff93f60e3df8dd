import { createEffect, For } from 'solid-js';
import { formatMoment } from '../time/format.ts';

export interface ScrubberMark {
  readonly tMs: number;
  readonly kind: 'click' | 'rage' | 'dead' | 'page';
}

const kinds = ['page', 'click', 'dead', 'rage'] as const;
const STEP_MS = 5_000;
const FINE_STEP_MS = 500;

/** The session as a line of time: a slider, with a tick for each click and page. */
export function Scrubber(props: {
  readonly endMs: number;
  readonly atMs: number | null;
  readonly marks: readonly ScrubberMark[];
  readonly onSeek: (atMs: number) => void;
}) {
  const value = () => props.atMs ?? props.endMs;
  let slider!: HTMLInputElement;
  // In this order: a slider cuts a value that is above its maximum.
  createEffect(() => {
    slider.max = String(Math.max(1, props.endMs));
    slider.value = String(value());
  });
  const ticks = (kind: ScrubberMark['kind']) =>
    tickPath(
      props.marks.filter((mark) => mark.kind === kind).map((mark) => mark.tMs),
      props.endMs,
    );
  return (
    <div class="scrubber">
      <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <For each={kinds}>{(kind) => <path d={ticks(kind)} data-kind={kind} />}</For>
      </svg>
      <input
        ref={slider}
        type="range"
        aria-label="Moment of the session"
        aria-valuetext={
          props.atMs === null
            ? 'The whole session'
            : `${formatMoment(value())} of ${formatMoment(props.endMs)}`
        }
        min={0}
        step={1}
        onInput={(event) => props.onSeek(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const to = seekByKey(event, value(), props.endMs);
          if (to === null) return;
          event.preventDefault();
          event.stopPropagation();
          props.onSeek(to);
        }}
      />
    </div>
  );
}

/** Where a key leads: arrows 5 s (with Shift half a second), Home and End. @returns null for other keys */
export function seekByKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  atMs: number,
  endMs: number,
): number | null {
  const step = event.shiftKey ? FINE_STEP_MS : STEP_MS;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, atMs - step);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(endMs, atMs + step);
    case 'Home':
      return 0;
    case 'End':
      return endMs;
    default:
      return null;
  }
}

/** One path for all ticks of a kind, over a width of 1,000; those that would fall on the same spot are one. */
export function tickPath(moments: readonly number[], endMs: number): string {
  const places = new Set(moments.map((tMs) => Math.round((tMs / Math.max(1, endMs)) * 1_000)));
  return [...places].map((x) => `M${x} 0V10`).join('');
}
