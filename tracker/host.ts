/** Time, as the signals see it: the browser's, or a replay's. */
export interface Clock {
  /** Monotonic milliseconds from any origin. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  /** Runs once, `ms` later. */
  readonly after: (ms: number, run: () => void) => void;
}

/** The window that is watched, or what a replay puts in its place (see `virtual/fake-page.ts`). */
export type Page = Window & typeof globalThis;

/** What outlives a page, or pretends to: `localStorage`, or a plain object where that is forbidden. */
export type Store = Record<string, string | undefined>;

/** All that a signal knows of the world. */
export interface Host extends Clock {
  readonly page: Page;
  /**
   * Listens passively and first, and keeps the listener's errors from the page.
   *
   * @param types parted by blanks
   * @param target the window, if nothing else is said
   */
  readonly on: <E extends Event = Event>(
    types: string,
    handle: (event: E) => void,
    target?: EventTarget,
  ) => void;
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
    page.setTimeout(guard(run), ms);
  },
});

/** @param isHeard asked before each event */
export const makeHost = (page: Page, clock: Clock, isHeard: (event: Event) => boolean): Host => ({
  ...clock,
  page,
  on: (types, handle, target = page) => {
    const listener = guard((event: Event) => {
      if (isHeard(event)) handle(event as Parameters<typeof handle>[0]);
    });
    for (const type of types.split(' ')) {
      target.addEventListener(type, listener, { capture: true, passive: true });
    }
  },
});

/**
 * Calls `after` behind each call of a method of the page's, whose result and errors stay as they are.
 *
 * @param after gets the result, and what the method was called on
 */
export function wrapMethod<O extends object>(
  owner: O,
  name: keyof O,
  after: (result: unknown, self: unknown) => void,
): void {
  const original = owner[name] as (...args: unknown[]) => unknown;
  owner[name] = function (this: unknown, ...args: unknown[]): unknown {
    const result = original.apply(this, args);
    guard(after)(result, this);
    return result;
  } as O[keyof O];
}
