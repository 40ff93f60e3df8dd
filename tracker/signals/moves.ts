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
 * Movement is what a page hears most of: the first event of a batch is looked at, those after it are only held, with no
 * timer and asked for nothing, until the batch is packed.
 */
export function recordMoves(recorder: Recorder, options: MoveOptions): void {
  const held: PointerEvent[] = [];
  /** The last one since the last sample. */
  let last: PointerEvent | undefined;
  let nextT = 0;
  let share = 0;

  const keep = ({ pointerType, pageX, pageY }: PointerEvent, t: number) => {
    if (pointerType !== 'touch') share += options.sampleRate;
    // Tenths and the like add up to a little less than 1.
    if (share > 0.999999) {
      share--;
      recorder.move(t, pageX, pageY);
    }
    last = undefined;
    // Recorded times may step back: without a grid, all of them come after.
    nextT = options.sampleMs ? t + options.sampleMs : Number.NEGATIVE_INFINITY;
  };
  const settle = (t: number) => {
    if (last && t >= nextT) keep(last, nextT);
  };
  const look = guard((event: PointerEvent) => {
    recorder.touch(event.timeStamp);
    recorder.dragged?.(event);
    if (!(recorder.isOpen && options.sampleRate) || isMarked(event, 'ignore')) return;
    held.push(event);
    recorder.packSoon();
    // From element to element in a shadow root nothing is heard.
    recorder.isQuiet = !recorder.dragged && !(event.target as Element).shadowRoot;
  });
  recorder.page.addEventListener(
    'pointermove',
    (event) => {
      if (recorder.isQuiet) held.push(event);
      else look(event);
    },
    true,
  );
  recorder.settle = () => {
    const { view } = recorder;
    for (const event of held.splice(0)) {
      const t = recorder.t(event.timeStamp);
      view.activeMs = Math.max(view.activeMs, t);
      settle(t);
      if (last || t < nextT) last = event;
      else keep(event, t);
    }
    settle(recorder.t());
    recorder.isQuiet = false;
    return last;
  };
  recorder.beforeLeaving(() => {
    recorder.settle();
    if (last) keep(last, recorder.t());
    nextT = 0;
  });
}
