import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'undici';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { Clock, Page, Store } from '../../tracker/host.ts';
import { makeOutbox, type Outbox } from '../../tracker/transport/outbox.ts';
import type { Packed } from '../../tracker/transport/post.ts';
import type { Visit } from './visits.ts';

export interface VisitorSettings {
  /** Of the collector, or of the network before it. */
  readonly url: string;
  /** Lifts the checks of rate and clock, and sets the time of arrival, so that dates can be foretold. */
  readonly replaySecret: string;
  /** How many times faster than real time the visitor lives. */
  readonly speed: number;
  readonly random: (below: number) => number;
  /** One page in so many is closed in the middle; what it had not sent is left to the next one. */
  readonly closesOneIn: number;
}

/** What visitors met on the way. */
export interface Delivery {
  posts: number;
  failures: number;
  pagesClosed: number;
  /** Batches refused for good: none should be. */
  refused: number;
}

/** Pages look for what others left behind this often, ms. */
const adoptEveryMs = 5_000;

/**
 * Sends a visit with the tracker's own outbox, on a fast clock, through as many pages as it takes. Resolves when the
 * collector has acknowledged everything, and nothing is kept in the visitor's storage any more.
 *
 * @param delivery what is met is counted there
 * @param signal ends it: then it rejects
 */
export async function sendVisit(
  visit: Visit,
  settings: VisitorSettings,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const { speed, random, closesOneIn } = settings;
  const store: Store = {};
  const origin = performance.now();
  const sinceStart = () => (performance.now() - origin) * speed;
  const recordedAt = new Map(
    visit.batches.map(({ view, seq, atMs }) => [`${view} ${seq}`, visit.startedAt + atMs]),
  );
  const open = () => openPage({ visit, settings, store, sinceStart, recordedAt, delivery });
  let page = open();
  for (const { packed, seq, view, atMs } of visit.batches) {
    await wait(Math.max(0, atMs - sinceStart()) / speed, undefined, { signal });
    // The outbox stamps its own copy with the time of each try.
    page.outbox.send(packed.slice(), seq, view);
    if (random(closesOneIn) > 0) continue;
    page.close(random(2) === 0);
    delivery.pagesClosed += 1;
    page = open();
  }
  while (Object.keys(store).length > 0) await wait(20, undefined, { signal });
  page.close(false);
}

interface PageSettings {
  readonly visit: Visit;
  readonly settings: VisitorSettings;
  readonly store: Store;
  /** The visitor's time, ms from the visit's start. */
  readonly sinceStart: () => number;
  readonly recordedAt: ReadonlyMap<string, number>;
  readonly delivery: Delivery;
}

/** One page of the visitor's browser. After `close` nothing of it runs any more, though what it sent may arrive. */
function openPage(of: PageSettings): { outbox: Outbox; close: (isOrderly: boolean) => void } {
  const { visit, settings, store, sinceStart, delivery } = of;
  let isOpen = true;
  const clock: Clock = {
    now: sinceStart,
    date: () => visit.startedAt + Math.round(sinceStart()),
    after: (ms, run) => {
      setTimeout(() => isOpen && run(), ms / settings.speed).unref();
    },
  };
  const forever = new Promise<never>(() => undefined);
  const fetch = async (url: string, { body }: { body: Packed }) => {
    delivery.posts += 1;
    try {
      const answer = await post(url, body, of);
      if (answer.status !== 202) delivery.failures += 1;
      return isOpen ? answer : forever;
    } catch (error) {
      delivery.failures += 1;
      if (isOpen) throw error;
      return forever;
    }
  };
  const sendBeacon = (url: string, body: Packed) => {
    post(url, body, of).catch(() => undefined);
    return true;
  };
  const page = { fetch, navigator: { sendBeacon } } as unknown as Page;
  const outbox = makeOutbox(page, clock, store, `${settings.url}/v1/batches`, () => {
    delivery.refused += 1;
  });
  const adopt = () => {
    outbox.adopt();
    clock.after(adoptEveryMs, adopt);
  };
  clock.after(adoptEveryMs, adopt);
  return {
    outbox,
    close: (isOrderly) => {
      if (isOrderly) outbox.leave();
      isOpen = false;
    },
  };
}

/** As a browser would, but at a time of arrival that the visit decides. */
async function post(url: string, body: Packed, { settings, recordedAt }: PageSettings) {
  // Copied at once: the outbox stamps its own when it tries again.
  const packed = body.slice();
  const { view, seq, page } = decodeBatch(packed);
  const receivedAt = page?.sentAt ?? recordedAt.get(`${view} ${seq}`) ?? 0;
  const {
    statusCode,
    headers,
    body: answer,
  } = await request(url, {
    method: 'POST',
    body: packed,
    headers: {
      'content-type': 'text/plain',
      'x-trailgraph-replay': settings.replaySecret,
      'x-trailgraph-received-at': `${receivedAt}`,
    },
    // A browser gives up after 30 s of its own time; workerd and the API need some of ours.
    headersTimeout: 4_000,
    reset: true,
  });
  await answer.dump();
  const retryAfter = headers['retry-after'];
  return {
    status: statusCode,
    headers: { get: () => (retryAfter === undefined ? null : String(retryAfter)) },
  };
}
