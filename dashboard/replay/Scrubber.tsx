import { createEffect, For } from 'solid-js';
import { formatMoment } from '../time/format.ts';
import { type ScrubberMark, seekByKey, tickPath } from './scrub.ts';

const kinds = ['page', 'click', 'dead', 'rage'] as const;
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
