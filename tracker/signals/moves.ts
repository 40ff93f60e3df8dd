import { hasAbove } from '../element.ts';
import type { Recorder } from '../recorder.ts';

export interface MoveOptions {
  /** Time between two samples, ms; 0 keeps every one. */
  readonly sampleMs: number;
  /** Share of the samples that is kept, 0..1, evenly. */
  readonly sampleRate: number;
}

/**
 * Where the mouse is, in page px, every `sampleMs` while it moves. A sample says where the pointer stood at its time:
 * times keep to a grid from the movement's first event, so that a late timer changes nothing and steps pack small.
 */
export function recordMoves(recorder: Recorder, { sampleMs, sampleRate }: MoveOptions): void {
  const { page, clock } = recorder;
  let at: { readonly x: number; readonly y: number } | undefined;
  let isMoving = false;
  let nextT = 0;
  let share = 1 - sampleRate;

  const keep = (t: number) => {
    share += sampleRate;
    if (at && share >= 1 - 1e-9) {
      share--;
      recorder.move(t, at.x, at.y);
    }
    at = undefined;
  };
  /** The grid's next time has come: keep where the pointer is by now, or end the movement where it rests. */
  const tick = () => {
    if (!isMoving || recorder.t() < nextT) return;
    isMoving = at !== undefined;
    keep(nextT);
    nextT += sampleMs;
    if (isMoving) clock.after(nextT - recorder.t(), tick);
  };

  recorder.on<PointerEvent>(page, 'pointermove', (event) => {
    if (event.pointerType === 'touch' || hasAbove(event, 'data-trail-ignore')) return;
    const now = recorder.t();
    while (isMoving && now >= nextT) tick();
    at = { x: event.clientX + page.scrollX, y: event.clientY + page.scrollY };
    if (!sampleMs) return keep(now);
    if (isMoving) return;
    isMoving = true;
    keep(now);
    nextT = now + sampleMs;
    clock.after(sampleMs, tick);
  });
  recorder.beforeLeaving(() => {
    if (at) keep(recorder.t());
    isMoving = false;
  });
}
