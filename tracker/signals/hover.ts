import { findTarget, interactive } from '../element.ts';
import type { Recorder } from '../recorder.ts';

/** The pointer only passed over what it left sooner, ms. */
const passingMs = 100;
/** Who rests longer on something has left the desk, ms. */
const longestMs = 300_000;

/** What says of an element that the pointer comes to whether it is hidden, or stands for something to be pressed. */
const telling = `${interactive},[data-trail-ignore]`;

/** The mouse resting on an element, until it leaves, presses it, or the page is left. */
export function recordHovers(recorder: Recorder): void {
  let element: Element | undefined;
  let since = 0;
  let isOpen = false;

  const end = (t: number, clicked: number) => {
    const durationMs = Math.min(t - since, longestMs);
    // Most are passed over: only what is recorded is looked at.
    if (isOpen && (clicked || durationMs >= passingMs) && !element?.matches('html,body')) {
      recorder.record([3, since, recorder.indexOf(element), durationMs, clicked], element);
    }
    isOpen = false;
  };
  const rest = (t: number, next?: Element) => {
    if (next === element) return;
    end(t, 0);
    element = next;
    since = t;
    isOpen = !!next;
  };

  recorder.hear<PointerEvent>('pointerover', (event) => {
    const { timeStamp, pointerType } = event;
    const target = event.target as Element;
    // One look for both; more only where there is something.
    const found = target.closest(telling);
    let next: Element | undefined = found ?? target;
    recorder.enteredAt = timeStamp;
    if (target.shadowRoot || found?.closest('[data-trail-ignore]')) {
      next = findTarget(event);
      // There, each movement is to be looked at.
      recorder.isQuiet = false;
    }
    rest(recorder.t(timeStamp), pointerType === 'touch' ? undefined : next);
  });
  // Out of the window.
  recorder.hear('pointerleave', () => rest(recorder.t()), document.documentElement, false);
  recorder.hear<PointerEvent>('pointerdown', ({ button, target }) => {
    if (!button && element?.contains(target as Node)) end(recorder.t(), 1);
  });
  recorder.beforeLeaving(() => rest(recorder.t()));
}
