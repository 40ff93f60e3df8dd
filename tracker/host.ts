/** Time, as the signals see it: the browser's, or a replay's. */
export interface Clock {
  /** Monotonic milliseconds from any origin. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  /** Runs once, `ms` later; the function it gives calls that off. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** The window that is watched, or what a replay puts in its place (see `virtual/fake-page.ts`). */
export type Page = Window & typeof globalThis;

/** What outlives a page, or pretends to. Never throws. */
export interface Store {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
}

/** All that a signal knows of the world. */
export interface Host {
  readonly clock: Clock;
  readonly page: Page;
  /** Listens passively and first, and keeps the listener's errors from the page. `types` are parted by blanks. */
  readonly on: <E = Event>(target: EventTarget, types: string, handle: (event: E) => void) => void;
}

/** The same function, but its errors end here: the tracker never throws into the page. */
export const guard =
  <A extends unknown[]>(run: (...args: A) => void) =>
  (...args: A): void => {
    try {
      run(...args);
    } catch {
      // The page goes on; a fault of ours is not its concern.
    }
  };

export const makeBrowserClock = (page: Page): Clock => ({
  now: () => page.performance.now(),
  date: () => Date.now(),
  after: (ms, run) => {
    const id = page.setTimeout(guard(run), ms);
    return () => page.clearTimeout(id);
  },
});

/** @param isOn asked before each event: nothing is heard while it says no */
export const makeHost = (page: Page, clock: Clock, isOn: () => boolean): Host => ({
  page,
  clock,
  on: (target, types, handle) => {
    const listener = guard((event: Event) => {
      if (isOn()) handle(event as Parameters<typeof handle>[0]);
    });
    for (const type of types.split(' ')) {
      target.addEventListener(type, listener, { capture: true, passive: true });
    }
  },
});

/** Calls `after` behind each call of a method of the page's, whose result and errors stay as they are. */
export function wrapMethod<K extends string>(
  owner: Partial<Record<K, unknown>> | undefined,
  name: K,
  after: () => void,
): void {
  const original = owner?.[name];
  if (!owner || typeof original !== 'function') return;
  const then = guard(after);
  owner[name] = function (this: unknown, ...args: unknown[]): unknown {
    const result = original.apply(this, args);
    then();
    return result;
  };
}
