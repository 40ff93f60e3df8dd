import type { Recorder } from '../recorder.ts';

/** A pause longer than this ends a burst, ms. */
const pauseMs = 2_000;

/** Bursts of typing: how many keys, how fast. Which keys is not looked at. */
export function recordTyping(recorder: Recorder): void {
  let presses = 0;
  let first = 0;
  let last = 0;
  let shortest = 0;
  let longest = 0;

  const end = () => {
    if (presses > 0) recorder.record([6, first, presses, last - first, shortest, longest]);
    presses = 0;
  };
  recorder.on<KeyboardEvent>('keydown', (event) => {
    if (event.repeat) return;
    const t = recorder.t();
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
  });
  recorder.beforeLeaving(end);
}
