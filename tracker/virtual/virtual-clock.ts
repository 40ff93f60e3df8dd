import type { Clock } from '../host.ts';

/** A clock that moves when it is told to; what falls due on the way runs at its own time. */
export interface VirtualClock extends Clock {
  /** Sets the time (it may step back, as recorded times do) and runs what has fallen due by then. */
  readonly moveTo: (ms: number) => void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** @param startedAt the date at virtual time 0, ms since 1970 */
export function makeVirtualClock(startedAt = 0): VirtualClock {
  let now = 0;
  const timers = new Set<Timer>();

  const findDue = (ms: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (timer.at <= ms && (!first || timer.at < first.at)) first = timer;
    }
    return first;
  };

  return {
    now: () => now,
    date: () => startedAt + now,
    after: (ms, run) => {
      timers.add({ at: now + ms, run });
    },
    moveTo: (ms) => {
      for (let due = findDue(ms); due; due = findDue(ms)) {
        timers.delete(due);
        now = due.at;
        due.run();
      }
      now = ms;
    },
  };
}
