import { setTimeout as wait } from 'node:timers/promises';

/** One life of a process that chaos kills. */
export interface Life {
  readonly ended: Promise<unknown>;
  /** SIGKILL, to it and what it has started. */
  readonly kill: () => void;
}

/** A process that is started again whenever it has ended, however that came. */
export interface Kept<L extends Life> {
  /** The present life; null between two. */
  readonly current: () => L | null;
  /** Kills it, and lets the next life begin `deadMs` later. */
  readonly crash: (deadMs: number) => Promise<void>;
  /** Ends it for good. */
  readonly stop: () => Promise<void>;
}

const pauseMs = 100;

/** @param start may reject, as while what it needs is down: it is called again */
export function keepRunning<L extends Life>(start: () => Promise<L>): Kept<L> {
  let life: L | null = null;
  let heldUntil = 0;
  let isStopped = false;

  const isHeld = () => isStopped || performance.now() < heldUntil;
  const live = async (next: L) => {
    life = next;
    // It was to die while it was starting.
    if (isHeld()) next.kill();
    await next.ended;
    life = null;
  };
  const run = async () => {
    while (!isStopped) {
      await wait(Math.max(pauseMs, heldUntil - performance.now()));
      const next = isHeld() ? null : await start().catch(() => null);
      if (next) await live(next);
    }
  };
  const running = run();

  return {
    current: () => life,
    crash: async (deadMs) => {
      heldUntil = Math.max(heldUntil, performance.now() + deadMs);
      const dying = life;
      dying?.kill();
      await dying?.ended;
    },
    stop: async () => {
      isStopped = true;
      life?.kill();
      await running;
    },
  };
}
