import { isMarked } from '../element.ts';
import { guard } from '../host.ts';
import type { Recorder } from '../recorder.ts';

export interface MoveOptions {
  /** Time between two samples, ms; 0 keeps every one. May change on the way. */
  sampleMs: number;
  /** Share of the samples that is kept, 0..1, evenly. */
  readonly sampleRate: number;
}

/**
 * Where the mouse is, in page px, every `sampleMs` while it moves. A sample says where the pointer stood at its time:
 * times keep to a grid from the movement's first event, so that steps pack small.
 *
 * Movement is what a page hears most of, so an event is only held until the next one, or the batch, shows whether it
 * was the last before the grid's next time. There is no timer, and the event is not asked for its place until then.
 */
export function recordMoves(recorder: Recorder, options: MoveOptions): void {
  let last: PointerEvent | undefined;
  let nextT = 0;
  let share = 0;
  let isHidden = false;

  const keep = (t: number) => {
    if (last && last.pointerType !== 'touch') {
      share += options.sampleRate;
      if (share > 1 - 1e-9) {
        share--;
        recorder.move(t, last.pageX, last.pageY);
      }
    }
    last = undefined;
    // Recorded times may step back: without a grid, all of them come after.
    nextT = options.sampleMs ? t + options.sampleMs : Number.NEGATIVE_INFINITY;
  };
  const hold = (event: PointerEvent, t: number) => {
    const isBeginning = !last && t >= nextT;
    last = event;
    if (isBeginning) keep(t);
  };
  const look = guard((event: PointerEvent) => {
    recorder.touch(event.timeStamp);
    const t = recorder.t(event.timeStamp);
    recorder.settle(t);
    recorder.dragged?.(event);
    if (!recorder.quietUntil) isHidden = isMarked(event, 'ignore');
    if (!isHidden) hold(event, t);
    // From element to element in a shadow root nothing is heard.
    const isToBeAsked = isHidden || recorder.dragged || (event.target as Element).shadowRoot;
    recorder.quietUntil = isToBeAsked ? 0 : recorder.view.start + nextT;
  });
  recorder.page.addEventListener(
    'pointermove',
    (event) => {
      if (event.timeStamp < recorder.quietUntil) last = event;
      else look(event);
    },
    true,
  );
  recorder.settle = (t) => {
    if (!last) return false;
    const { view } = recorder;
    view.activeMs = Math.max(view.activeMs, recorder.t(last.timeStamp));
    if (t >= nextT) keep(nextT);
    return !!last;
  };
  recorder.beforeLeaving(() => {
    const t = recorder.t();
    if (recorder.settle(t)) keep(t);
    recorder.quietUntil = nextT = 0;
  });
}
