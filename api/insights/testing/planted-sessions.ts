import { ReactionKind } from '../../../schema/wire/events.ts';
import type { Arrival } from '../../testing/start-test-api.ts';
import { makeVisit, type Visit } from '../../testing/test-api.ts';
import type { EvidenceKind } from '../facts/evidence.ts';

/** A made-up session with one problem among ordinary behaviour. */
export interface Planted {
  readonly name: string;
  /** Its sessionId. */
  readonly session: string;
  readonly arrivals: readonly Arrival[];
  /** What the main problem's title must say. */
  readonly title: RegExp;
  readonly kind: EvidenceKind;
  /** Moments of the planted events, ms from the session's start: evidence is these and no others. */
  readonly moments: readonly number[];
}

export const sessionStart = Date.parse('2026-03-01T10:00:00Z');
const pageMs = 20_000;
const interactive = 2;
const answered = { kind: ReactionKind.strong, afterMs: 80 };
const unanswered = { kind: ReactionKind.none, afterMs: 5_000 };

/** A page view that begins `at` ms after its session. */
function open(name: string, at = 0, path = '/', documentHeight = 1_600): Visit {
  return makeVisit({
    session: name,
    visitor: `v-${name}`,
    view: `view-${at}`,
    startedAt: sessionStart + at,
    url: `https://shop.test${path}`,
    documentHeight,
  });
}

/** What people do on a page where nothing is wrong: the pointer goes places, a link works, they read to the end. */
export function behave(view: Visit, documentHeight = 1_600): Visit {
  const link = view.element({ tag: 'a', id: 'to-offers', role: 'link', path: 'nav > a' });
  for (let i = 0; i < 40; i++) view.move(500 + i * 50, 200 + i * 12, 150 + i * 4);
  view.event('hover', { t: 2_300, element: link, durationMs: 600, clicked: 1 });
  press(view, link, 2_900, answered, { x: 640, y: 40 });
  for (const [i, y] of [200, 500, documentHeight - 800].entries()) {
    view.event('scroll', { t: 3_500 + i * 400, y, height: documentHeight, viewport: 800 });
  }
  return view;
}

interface Answer {
  readonly kind: number;
  readonly afterMs: number;
}

function press(view: Visit, element: number, t: number, answer: Answer, more: object = {}) {
  return view.press(
    {
      ...{ t, element, x: 400, y: 700, viewportX: 400, viewportY: 500, flags: interactive },
      ...{ elementXMyriad: 5_000, elementYMyriad: 5_000, elementWidth: 120, elementHeight: 40 },
      ...{ viewportWidth: 1_200, viewportHeight: 800 },
      ...more,
    },
    answer,
  );
}

type Plot = Omit<Planted, 'name' | 'session' | 'arrivals'> & { readonly views: readonly Visit[] };

function plant(name: string, plot: (session: string) => Plot): Planted {
  const session = name.replaceAll(/\W+/g, '-');
  const { views, ...rest } = plot(session);
  const { sessionId = session } = views[0] ?? {};
  return { name, session: sessionId, arrivals: views.map((view) => view.arrive(pageMs)), ...rest };
}

const pay = { tag: 'button', id: 'pay-instalments', role: 'button', path: 'form > button' };

const pressed: readonly Planted[] = [
  plant('a payment button that does nothing', (name) => {
    const view = behave(open(name, 0, '/checkout'));
    const button = view.element(pay);
    for (const t of [6_000, 9_000]) press(view, button, t, unanswered);
    return {
      views: [view],
      title: /pay-instalments does nothing/,
      kind: 'DEAD_CLICK',
      moments: [6_000, 9_000],
    };
  }),
  plant('rage on a disabled button', (name) => {
    const view = behave(open(name, 0, '/checkout'));
    const button = view.element({ ...pay, id: 'order', class: 'button is-disabled' });
    const moments = [6_000, 6_200, 6_400, 6_600];
    for (const t of moments) press(view, button, t, unanswered);
    return { views: [view], title: /order is disabled/, kind: 'RAGE_CLICK', moments };
  }),
  plant('a reply that takes seconds', (name) => {
    const view = behave(open(name, 0, '/cart'));
    const button = view.element({ ...pay, id: 'apply-voucher' });
    for (const t of [6_000, 12_000]) press(view, button, t, { ...answered, afterMs: 3_400 });
    return {
      views: [view],
      title: /apply-voucher answers late/,
      kind: 'SLOW_CLICK',
      moments: [6_000, 12_000],
    };
  }),
  plant('a popover that hides the button', (name) => {
    const view = behave(open(name, 0, '/product/7'));
    const popover = view.element({ tag: 'div', class: 'newsletter', path: 'body > div' });
    const button = view.element({ ...pay, id: 'add-to-cart' });
    const inPopover = { flags: 0, elementWidth: 500, elementHeight: 300, x: 430, y: 705 };
    for (const t of [5_500, 7_000]) press(view, popover, t, unanswered, inPopover);
    press(view, button, 14_000, answered);
    return {
      views: [view],
      title: /newsletter covers button#add-to-cart/,
      kind: 'DEAD_CLICK',
      // The last one shows where the button is.
      moments: [5_500, 7_000, 14_000],
    };
  }),
  plant('an error after a click', (name) => {
    const view = behave(open(name, 0, '/cart'));
    const button = view.element({ ...pay, id: 'remove-item' });
    const number = press(view, button, 6_000, unanswered);
    const message = 'total is undefined';
    view.event('error', { t: 6_040, press: number, message, source: '/cart.js', line: 12 });
    return {
      views: [view],
      title: /remove-item fails with an error/,
      kind: 'DEAD_CLICK',
      moments: [6_000, 6_040],
    };
  }),
  plant('a picture that looks as if it could be enlarged', (name) => {
    const view = behave(open(name, 0, '/product/7'));
    const image = view.element({ tag: 'img', class: 'photo', path: 'main > img' });
    for (const t of [6_000, 8_000, 11_000]) press(view, image, t, unanswered, { flags: 0 });
    return {
      views: [view],
      title: /img\.photo looks pressable and is not/,
      kind: 'DEAD_CLICK',
      moments: [6_000, 8_000, 11_000],
    };
  }),
];

const wandered: readonly Planted[] = [
  plant('a loop between two pages', (name) => {
    const paths = [
      '/',
      '/product/7',
      '/shipping',
      '/product/7',
      '/shipping',
      '/product/7',
      '/shipping',
    ];
    const views = paths.map((path, i) => behave(open(name, i * pageMs, path)));
    return {
      views,
      title: /Going round between \/product\/7 and \/shipping/,
      kind: 'PAGE',
      moments: [1, 2, 3, 4, 5, 6].map((i) => i * pageMs),
    };
  }),
  plant('a page left at once', (name) => {
    const views = [
      behave(open(name, 0, '/')),
      open(name, pageMs, '/offers'),
      behave(open(name, pageMs + 2_500, '/')),
    ];
    return {
      views,
      title: /\/offers is left at once/,
      kind: 'PAGE',
      moments: [pageMs, pageMs + 2_500],
    };
  }),
  plant('searching up and down', (name) => {
    const view = behave(open(name, 0, '/help', 6_000), 6_000);
    for (let i = 0; i < 9; i++) {
      const y = i % 2 === 0 ? 3_500 : 500;
      view.event('scroll', { t: 8_000 + i * 800, y, height: 6_000, viewport: 800 });
    }
    return {
      views: [view],
      title: /Searching up and down \/help/,
      kind: 'EXCESSIVE_SCROLL',
      moments: [],
    };
  }),
  plant('a pointer thrown to and fro', (name) => {
    const view = behave(open(name, 0, '/status'));
    for (let i = 0; i < 60; i++) {
      view.move(8_000 + i * 50, i % 4 < 2 ? 300 + (i % 2) * 350 : 1_000 - (i % 2) * 350, 400);
    }
    return { views: [view], title: /Impatience on \/status/, kind: 'THRASH', moments: [] };
  }),
  plant('a menu considered for long and never pressed', (name) => {
    const view = behave(open(name, 0, '/'));
    const menu = view.element({ tag: 'button', id: 'menu', role: 'button', path: 'nav > button' });
    const moments = [5_000, 8_000, 12_000];
    for (const t of moments) {
      view.event('hover', { t, element: menu, durationMs: 2_400, clicked: 0 });
    }
    return { views: [view], title: /menu is considered and never pressed/, kind: 'HOVER', moments };
  }),
  plant('content below everyone’s scroll depth', (name) => {
    const view = open(name, 0, '/guide', 6_400);
    for (let i = 0; i < 40; i++) view.move(500 + i * 450, 200 + i * 12, 150 + i * 9);
    view.event('scroll', { t: 4_000, y: 700, height: 6_400, viewport: 800 });
    return {
      views: [view],
      title: /The lower 77 % of \/guide was never seen/,
      kind: 'SCROLL',
      // Where it went deepest, and when it was opened.
      moments: [4_000, 0],
    };
  }),
  plant('an error that nothing led to', (name) => {
    const view = behave(open(name, 0, '/stores'));
    view.event('error', { t: 7_000, message: 'map is not loaded', source: '/map.js', line: 3 });
    return { views: [view], title: /An error on \/stores/, kind: 'ERROR', moments: [7_000] };
  }),
];

export const plantedSessions: readonly Planted[] = [...pressed, ...wandered];

/** A session in which nothing is wrong. */
export function makeCalmSession(name = 'calm'): { session: string; arrivals: Arrival[] } {
  const view = behave(open(name));
  return { session: view.sessionId, arrivals: [view.arrive(pageMs)] };
}
