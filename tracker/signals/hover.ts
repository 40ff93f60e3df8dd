import { findTarget, interactive } from '../element.ts';
import type { Recorder } from '../recorder.ts';

/** The pointer only passed over what it left sooner, ms. */
const passingMs = 100;
/** Who rests longer on something has left the desk, ms. */
const longestMs = 300_000;

const unwanted = 'html,body,[data-trail-ignore],[data-trail-ignore] *';

/**
 * What an event that reached the window is meant for. Elements are only asked one by one where there is a shadow root, which
 * hides from the target what is in it.
 */
const findHovered = (event: Event): Element | undefined => {
  const target = event.target as Element;
  return target.shadowRoot ? findTarget(event) : (target.closest(interactive) ?? target);
};

/** The mouse resting on an element, until it leaves, presses it, or the page is left. */
export function recordHovers(recorder: Recorder): void {
  let element: Element | undefined;
  let since = 0;
  let isOpen = false;

  const end = (t: number, clicked: number) => {
    const durationMs = Math.min(t - since, longestMs);
    // Most are passed over: only what is recorded is looked at.
    if (isOpen && (clicked || durationMs >= passingMs) && !element?.matches(unwanted)) {
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
    recorder.enteredAt = timeStamp;
    recorder.quietUntil = 0;
    rest(recorder.t(timeStamp), pointerType === 'touch' ? undefined : findHovered(event));
  });
  // Out of the window.
  recorder.hear('pointerleave', () => rest(recorder.t()), document.documentElement, false);
  recorder.hear<PointerEvent>('pointerdown', ({ button, target }) => {
    if (!button && element?.contains(target as Node)) end(recorder.t(), 1);
  });
  recorder.beforeLeaving(() => rest(recorder.t()));
}
