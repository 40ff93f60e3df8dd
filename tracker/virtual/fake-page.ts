import type { Page } from '../host.ts';

export interface FakePageSize {
  readonly width: number;
  readonly height: number;
}

export interface FakePage {
  readonly page: Page;
  readonly setUrl: (url: string) => void;
  readonly dispatch: (type: string, x: number, y: number, timeStamp: number) => void;
}

/**
 * As much of a window as the signals of movement and presses touch: one bare `body` of the viewport's size, not
 * scrolled, on which every event lands.
 */
export function makeFakePage(size: FakePageSize, firstUrl: string): FakePage {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const location = { href: firstUrl };
  const body = {
    localName: 'body',
    id: '',
    parentElement: null,
    getAttribute: () => null,
    hasAttribute: () => false,
    matches: () => false,
    getBoundingClientRect: () => ({ left: 0, top: 0, ...size }),
  };
  const path = [body];
  const page = {
    innerWidth: size.width,
    innerHeight: size.height,
    scrollX: 0,
    scrollY: 0,
    document: {
      documentElement: { scrollWidth: size.width, scrollHeight: size.height },
      referrer: '',
    },
    location,
    navigator: { webdriver: false, userAgent: '' },
    matchMedia: () => ({ matches: false }),
    getComputedStyle: () => ({ cursor: 'auto' }),
    addEventListener: (type: string, listener: (event: unknown) => void) => {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
  };
  return {
    page: page as unknown as Page,
    setUrl: (url) => {
      location.href = url;
    },
    dispatch: (type, x, y, timeStamp) => {
      const event = {
        type,
        timeStamp,
        clientX: x,
        clientY: y,
        pageX: x,
        pageY: y,
        isPrimary: true,
        button: 0,
        pointerType: 'mouse',
        target: body,
        composedPath: () => path,
      };
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
  };
}
