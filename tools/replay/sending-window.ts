/** Work under way at the same time, begun in order and up to a limit. */
export interface SendingWindow {
  /** Begins `work`, once there is room. @throws what earlier work threw: then nothing more is begun */
  readonly begin: (work: () => Promise<void>) => Promise<void>;
  /** Waits for all that was begun. @throws what any of it threw */
  readonly finish: () => Promise<void>;
}

export function makeSendingWindow(limit: number): SendingWindow {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const throwFailure = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    begin: async (work) => {
      while (underWay.size >= limit) await Promise.race(underWay);
      throwFailure();
      // Kept until somebody asks: work may fail while nobody waits for it.
      const promise: Promise<void> = work()
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => underWay.delete(promise));
      underWay.add(promise);
    },
    finish: async () => {
      await Promise.all(underWay);
      throwFailure();
    },
  };
}
