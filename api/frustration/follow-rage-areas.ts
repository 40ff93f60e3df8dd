/** A row as far as it is compared. */
interface Row {
  readonly place: { readonly route: string; readonly element: string };
  readonly rageClicks: number;
  readonly rageBursts: number;
}

/** What is new since the look before. Rows may be none: then one has gone. */
export interface RowsChange<R extends Row> {
  readonly areas: readonly R[];
  readonly at: Date;
}

/** Looks at most once in this time, ms: what happens between comes together. */
export const lookEveryMs = 1_000;

/**
 * Follows a list: looks again after something changed, and gives the rows that are new or have other numbers. Listens first
 * and looks then, so that nothing falls between.
 *
 * @param changes tells that something changed, not what
 * @param look finds the list as it is
 */
export function followRows<R extends Row>(
  changes: AsyncIterator<unknown>,
  look: () => Promise<readonly R[]>,
): AsyncIterableIterator<RowsChange<R>> {
  const stopped = new AbortController();
  let known: Map<string, R> | null = null;
  let lookedAt = 0;
  const lookAgain = async (): Promise<RowsChange<R> | null> => {
    lookedAt = Date.now();
    const before = known;
    const now = new Map((await look()).map((row) => [nameOf(row), row]));
    known = now;
    return before && compare(before, now);
  };
  /** @returns whether it goes on */
  const waitForChange = async (): Promise<boolean> => {
    const change = await changes.next();
    await pause(lookedAt + lookEveryMs - Date.now(), stopped.signal);
    return !change.done && !stopped.signal.aborted;
  };
  const follower: AsyncIterableIterator<RowsChange<R>> = {
    next: async () => {
      if (!known) await lookAgain();
      while (await waitForChange()) {
        const changed = await lookAgain();
        if (changed) return { done: false, value: changed };
      }
      return { done: true, value: undefined };
    },
    return: async () => {
      stopped.abort();
      await changes.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => follower,
  };
  return follower;
}

/** Ends early where it is stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function compare<R extends Row>(
  before: ReadonlyMap<string, R>,
  now: ReadonlyMap<string, R>,
): RowsChange<R> | null {
  const areas = [...now].flatMap(([name, row]) => {
    const was = before.get(name);
    const same = was?.rageClicks === row.rageClicks && was.rageBursts === row.rageBursts;
    return same ? [] : [row];
  });
  const hasGone = [...before.keys()].some((name) => !now.has(name));
  return areas.length > 0 || hasGone ? { areas, at: new Date() } : null;
}

function nameOf({ place }: Row): string {
  return JSON.stringify([place.route, place.element]);
}
