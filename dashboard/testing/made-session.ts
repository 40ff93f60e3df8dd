import { type MadeContext, makeEvents } from './made-events.ts';
import { makeShape } from './made-shape.ts';
import { type MadeView, makeRandom, makeTrail } from './made-trail.ts';

/** Made data, for tests and pictures: sessions as the API tells them, drawn from a seed. */
export interface MadeSession {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface MadeOptions {
  readonly number: number;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly site: object;
  readonly samples?: number;
  readonly rage?: boolean;
  readonly live?: boolean;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** What the API makes of an address. */
const routeOf = (url: string) => new URL(url).pathname.replace(/^\/product\/.+/, '/product/:id');
const paths = ['/', '/product/ridge-backpack', '/cart', '/checkout', '/product/field-lamp'];
const browsers = [
  ['Chrome', 'macOS', 'DESKTOP'],
  ['Safari', 'iOS', 'MOBILE'],
  ['Firefox', 'Windows', 'DESKTOP'],
  ['Edge', 'Windows', 'DESKTOP'],
  ['Safari', 'iPadOS', 'TABLET'],
] as const;
const countries = ['DE', 'US', 'BR', 'JP', 'NL', null];

/** Numbers that tests only look for on the screen. */
const measures = {
  version: 1,
  rageBursts: [],
  analyses: [],
  avgSpeedPxPerSec: 312.5,
  slowClicks: 0,
  hesitationCount: 7,
  pathEfficiency: 0.62,
  movementPattern: 'ERRATIC',
  deepestScrollPercent: 74.4,
  scrollReversals: 3,
  quickBacks: 0,
  errorCount: 1,
  keyPresses: 34,
  lostMoves: 0,
  lostEvents: 0,
  region: null,
  automated: false,
};

export function makeSession(options: MadeOptions): MadeSession {
  const { number, startedAt, site } = options;
  const random = makeRandom(number + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [browser, os, device] = pick(browsers);
  const [viewportWidth, viewportHeight] = device === 'MOBILE' ? [390, 844] : [1280, 800];
  const id = `session${String(number).padStart(9, '0')}`;
  const samples = options.samples ?? 240;
  const viewMs = Math.max(samples * 50, 12_000);
  const views = [0, 1].map((index) => ({
    viewId: `${id}-v${index}`,
    url: `https://shop.example${index ? pick(paths.slice(1)) : '/'}`,
    startMs: index * viewMs,
  }));
  const rage = options.rage ?? false;
  const made = { id, viewMs, random, viewportWidth, startedAt, rage };
  const events = views.flatMap((view) => makeEvents(view, made));
  const count = (isCounted: (event: (typeof events)[number]) => unknown) =>
    events.filter(isCounted).length;
  return {
    __typename: 'Session',
    id: `global-${id}`,
    sessionId: id,
    site,
    ...measures,
    visitorId: `visitor${number % 37}x`,
    userId: number % 5 === 0 ? `ada${number}@example.org` : `k${number}Rv9Q2m`,
    identified: number % 5 === 0,
    pageUrl: views[0]?.url,
    lastPageUrl: views[1]?.url,
    referrer: number % 3 ? null : 'https://search.example/',
    ...{ device, browser, os, viewportWidth, viewportHeight, country: pick(countries) },
    startedAt: iso(startedAt),
    endedAt: iso(startedAt + viewMs * 2),
    createdAt: iso(startedAt),
    isLive: options.live ?? false,
    sessionDurationSeconds: (viewMs * 2) / 1_000,
    totalDistancePx: samples * 23.4,
    mouseMovements: samples * 2,
    totalClicks: count((event) => event.__typename === 'ClickEvent'),
    rageClicks: count((event) => event.isRageClick),
    deadClicks: count((event) => event.isDeadClick),
    scrollEvents: count((event) => event.__typename === 'ScrollEvent'),
    rageBurstCount: rage ? 2 : 0,
    pageCount: 2,
    pages: views.map((view) => makePage(view, made, viewportHeight)),
    trail: {
      startedAt: iso(startedAt),
      ...makeTrail(views, samples, viewMs, random, viewportWidth),
    },
    events,
    // That of the first page is its own; the second page's is not known.
    wireframe: ({ view }: { readonly view: string }) =>
      view.endsWith('-v0') ? makeShape(view, viewportWidth) : null,
    ...options.overrides,
  };
}

function makePage(
  view: MadeView,
  { startedAt, viewMs, viewportWidth }: MadeContext,
  viewportHeight: number,
) {
  return {
    viewId: view.viewId,
    url: view.url,
    route: routeOf(view.url),
    kind: 'load',
    enteredAt: iso(startedAt + view.startMs),
    leftAt: iso(startedAt + view.startMs + viewMs),
    durationMs: viewMs,
    activeMs: viewMs,
    deepestScrollPercent: 74.4,
    clicks: 4,
    viewportWidth,
    viewportHeight,
    documentWidth: viewportWidth,
    documentHeight: 1_400,
    isQuickBack: false,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
