import type { Recorder } from '../recorder.ts';

export interface MoveOptions {
  /** Time between two samples, ms; 0 keeps every one. May change on the way. */
  sampleMs: number;
  /** Share of the samples that is kept, 0..1, evenly. */
  readonly sampleRate: number;
}

/**
 * Where the mouse is, in page px, every `sampleMs` while it moves. A sample says where the pointer stood at its time:
 * times keep to a grid from the movement's first event, so that a late timer changes nothing and steps pack small.
 */
export function recordMoves(recorder: Recorder, options: MoveOptions): void {
  const { page } = recorder;
  let at: readonly [x: number, y: number] | undefined;
  let isMoving = false;
  let nextT = 0;
  let share = 0;

  const keep = (t: number) => {
    if (at) share += options.sampleRate;
    if (at && share > 1 - 1e-9) {
      share--;
      recorder.move(t, ...at);
    }
    at = undefined;
    nextT = t + options.sampleMs;
  };
  /** The grid's next time has come: keep where the pointer is by now, or end the movement where it rests. */
  const tick = () => {
    if (!isMoving || recorder.t() < nextT) return;
    isMoving = !!at;
    keep(nextT);
    if (isMoving) recorder.after(nextT - recorder.t(), tick);
  };

  recorder.on<PointerEvent>('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const now = recorder.t();
    while (isMoving && now >= nextT) tick();
    at = [event.clientX + page.scrollX, event.clientY + page.scrollY];
    if (isMoving) return;
    keep(now);
    isMoving = !!options.sampleMs;
    if (isMoving) recorder.after(options.sampleMs, tick);
  });
  recorder.beforeLeaving(() => {
    if (at) keep(recorder.t());
    isMoving = false;
  });
}
