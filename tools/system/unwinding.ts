interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** What has been started or is being started, to be ended in the opposite order. */
export interface Unwinding {
  /** Takes a part while it starts; its place in the order is that of this call. */
  readonly hold: <Part extends Stoppable>(starting: Promise<Part>) => Promise<Part>;
  readonly unwind: () => Promise<void>;
}

export function makeUnwinding(): Unwinding {
  const held: Promise<Stoppable | undefined>[] = [];
  return {
    hold: (starting) => {
      // Whoever awaits `starting` hears of its failure; here it only means that there is nothing to stop.
      held.push(starting.catch(() => undefined));
      return starting;
    },
    unwind: async () => {
      const failures: unknown[] = [];
      for (let last = held.pop(); last; last = held.pop()) {
        const part = await last;
        // One that fails to end must not keep the others running.
        await part?.stop().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
