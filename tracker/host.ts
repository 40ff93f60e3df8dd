import { isMarked } from './element.ts';

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
  /** Listens, passively and first, to what happens on elements that the site does not hide. */
  readonly on: Listen;
  /** The same on all elements: for activity, and for those who look themselves. */
  readonly hear: Listen;
}

/**
 * Errors of the listener are kept from the page.
 *
 * @param types parted by blanks
 * @param target the window, if nothing else is said
 * @param isFirst whether before what is below it, where most events do not come up from
 */
type Listen = <E extends Event = Event>(
  types: string,
  handle: (event: E) => void,
  target?: EventTarget,
  isFirst?: boolean,
) => void;

type Call = (a?: unknown, b?: unknown) => void;

/** The same function of at most two arguments, but its errors end here: the tracker never throws into the page. */
export const guard = <A extends unknown[]>(run: (...args: A) => void) =>
  // Rest parameters would be the dearest part of an event.
  ((a, b) => {
    try {
      (run as unknown as Call)(a, b);
    } catch {
      // The page goes on; a fault of ours is not its concern.
    }
  }) as Call as unknown as (...args: A) => void;

export const browserClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after: (ms, run) => {
    setTimeout(guard(run), ms);
  },
};

/** @param isOn asked before each event */
export function makeHost(page: Page, clock: Clock, isOn: () => boolean): Host {
  const hear: Listen = (types, handle, target = page, capture = true) => {
    const listener = guard((event: Event) => {
      if (isOn()) handle(event as Parameters<typeof handle>[0]);
    });
    for (const type of types.split(' ')) {
      target.addEventListener(type, listener, { capture, passive: true });
    }
  };
  return {
    ...clock,
    page,
    hear,
    on: (types, handle, target) =>
      hear<Parameters<typeof handle>[0]>(
        types,
        (event) => isMarked(event, 'ignore') || handle(event),
        target,
      ),
  };
}

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
