import type { Recorder } from '../recorder.ts';

/** A pause longer than this ends a burst, ms. */
const pauseMs = 2_000;

/**
 * Bursts of typing: how many keys, how fast. Which keys is not looked at.
 *
 * @returns to be told of each key that goes down, and when, in the view's time
 */
export function recordTyping(recorder: Recorder): (event: Event, t: number) => void {
  let presses = 0;
  let first = 0;
  let last = 0;
  let shortest = 0;
  let longest = 0;

  const end = () => {
    if (presses > 0) recorder.record([6, first, presses, last - first, shortest, longest]);
    presses = 0;
  };
  recorder.beforeLeaving(end);
  return (event, t) => {
    if ((event as KeyboardEvent).repeat) return;
    const interval = t - last;
    last = t;
    if (presses++) {
      shortest = Math.min(shortest || interval, interval);
      longest = Math.max(longest, interval);
    } else {
      first = t;
      shortest = longest = 0;
    }
    recorder.after(pauseMs, () => {
      if (last === t) end();
    });
  };
}
