import { makeView, type ViewScript } from '../api/testing/make-batch.ts';

/** A batch on its way, and how many behaviour events are in it. */
export interface BenchBatch {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly session: string;
  readonly receivedAt: number;
  readonly samples: number;
  readonly events: number;
}

export interface VisitSettings {
  readonly site: string;
  /** How many visitors are on the site at the same time; batches come from each in turn. */
  readonly visitors: number;
  /** Batches of 2 s in a page view, and page views in a session. */
  readonly batchesPerView: number;
  readonly viewsPerSession: number;
  readonly startedAt: number;
  /** Pages of the site. */
  readonly pages: number;
  /** Whether there is more than movement. */
  readonly withEvents: boolean;
}

const batchMs = 2_000;
const samplesPerBatch = 40;

/** Endless traffic: realistic 2 s batches of visitors who are there at the same time, a new one for each who leaves. */
export function* makeTraffic(settings: VisitSettings): Generator<BenchBatch> {
  const { visitors, batchesPerView, viewsPerSession } = settings;
  const lengthOfSession = batchesPerView * viewsPerSession;
  const views = new Array<ViewScript | undefined>(visitors);
  for (let turn = 0; ; turn++) {
    const step = Math.floor(turn / visitors);
    const v = turn % visitors;
    // Visitors are in different moments of their visits.
    const at = step + v;
    const isNew = step === 0 || at % batchesPerView === 0;
    const view = isNew ? open(settings, v, at, lengthOfSession, step) : views[v];
    views[v] = view;
    if (view) yield fill(view, settings, step, isNew ? 0 : (at % batchesPerView) * batchMs, v);
  }
}

function open(settings: VisitSettings, v: number, at: number, length: number, step: number) {
  const { site, startedAt, pages, batchesPerView } = settings;
  const session = `${site}-${v}-${Math.floor(at / length)}`;
  const began = startedAt + step * batchMs;
  return makeView({
    site,
    session,
    visitor: session,
    view: `${Math.floor(at / batchesPerView)}`,
    startedAt: began,
    sentAt: began,
    url: `https://shop.example/p/${(v + Math.floor(at / batchesPerView)) % pages}`,
    documentHeight: 2_400,
  });
}

/** A pointer on its way from place to place, a click now and then, some scrolling, a hover. */
function fill(
  view: ViewScript,
  { withEvents, startedAt }: VisitSettings,
  step: number,
  fromMs: number,
  v: number,
): BenchBatch {
  const phase = v * 1.7 + step * 0.9;
  for (let i = 0; i < samplesPerBatch; i++) {
    const a = phase + i / 17;
    const x = Math.round(600 + 380 * Math.sin(a) + 90 * Math.sin(a * 3.1) + ((v * 7 + i * 3) % 5));
    const y = Math.round(700 + 420 * Math.cos(a * 0.8) + 70 * Math.sin(a * 2.3) + ((v + i) % 4));
    view.move(fromMs + i * 50, x, y);
  }
  const events = withEvents ? addEvents(view, fromMs, v, step) : 0;
  view.until(fromMs + 1_980);
  const receivedAt = startedAt + step * batchMs;
  const session = view.sessionId;
  return { packed: view.take(), session, receivedAt, samples: samplesPerBatch, events };
}

function addEvents(view: ViewScript, fromMs: number, v: number, step: number): number {
  const element = view.element({
    tag: 'button',
    id: `action-${(v + step) % 12}`,
    path: `main > section > button:nth-of-type(${(v + step) % 12})`,
  });
  let events = 3;
  // Down the page, as one reads it.
  const y = (fromMs / batchMs) * 160;
  view.event('scroll', { t: fromMs + 600, y, height: 2_400, viewport: 800 });
  view.event('scroll', { t: fromMs + 900, y: y + 70, height: 2_400, viewport: 800 });
  view.event('hover', { t: fromMs + 1_200, element, durationMs: 400 + ((v * 31) % 900) });
  if ((v + step) % 2 === 0) {
    const place = { x: 300 + ((v * 13) % 600), y: 300 + ((step * 29) % 900) };
    view.press({ t: fromMs + 1_400, element, ...place, flags: 2 }, { kind: 2, afterMs: 120 });
    events += 2;
  }
  // Somebody hammers on something that does not answer: as in recorded sessions, a burst for every 50 clicks.
  for (let press = 0; (v * 3 + step) % 101 === 0 && press < 4; press++) {
    const t = fromMs + 100 + press * 120;
    view.press({ t, element, x: 500, y: 420, flags: 2 }, { kind: 0, afterMs: 0 });
    events += 2;
  }
  return events;
}

/** A batch with a page block and movement, of a session that has nothing else; its visitor too, unless told. */
export function makeSingleBatch(
  site: string,
  number: number,
  visitor?: string | number,
): { readonly packed: Uint8Array<ArrayBuffer>; readonly session: string } {
  const name = `single${number}`;
  const now = Date.now();
  const page = {
    startedAt: now - 2_000,
    sentAt: now,
    url: `https://shop.example/p/${number % 10}`,
  };
  const view = makeView({
    site,
    session: name,
    visitor: String(visitor || name),
    view: name,
    ...page,
  });
  for (let i = 0; i < samplesPerBatch; i++) {
    view.move(i * 50, 200 + ((number + i * 7) % 900), 300 + ((i * 11) % 500));
  }
  return { packed: view.take(), session: view.sessionId };
}
