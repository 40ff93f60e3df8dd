import { measurePage } from '../page-block.ts';
import type { Recorder } from '../recorder.ts';

/** Sizes are taken this long after the first change, so that a drag of the window's edge is not told in hundreds, ms. */
const calmMs = 500;

/** New sizes of the window or the document; the document's first one, too, when it has its content. */
export function recordResizes(recorder: Recorder): void {
  let isWaiting = false;

  const measureSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    recorder.after(calmMs, () => {
      isWaiting = false;
      recorder.record([8, recorder.t(), ...measurePage(window)]);
    });
  };
  recorder.on('resize', measureSoon);
  // The document grows without an event.
  new ResizeObserver(measureSoon).observe(document.documentElement);
}
