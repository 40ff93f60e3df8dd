import { setTimeout as wait } from 'node:timers/promises';
import { subscribe, type TestSubscription } from '../api/testing/subscribe.ts';
import { startCollector } from '../collector/local.ts';
import { startBenchSystem } from './bench-system.ts';
import { median, quantile } from './median.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

/**
 * Prints how long it takes from a batch on its way to the collector to the subscribers that hear of it: 100 batches a second, 200
 * subscribers on two API processes. 200 visitors on 20 sites send a batch every 2 s; each site has ten dashboards, five a process.
 */
const seconds = Number(process.argv[2] ?? 20);
/** Processes that have just started are slow: what is sent in this time is not counted. */
const warmUpSeconds = 5;
const siteCount = 20;
const visitorsPerSite = 10;
const subscribersPerSite = 10;
const samplesPerBatch = 40;
/** What the collector asks for in `Retry-After`. */
const retryMs = 5_000;
const sites = Array.from({ length: siteCount }, (_, i) => `live-${i}`);
const query = (site: string) =>
  `subscription { sessionChanged(site: "${site}") { sessionId mouseMovements } }`;

interface Change {
  readonly sessionChanged: { readonly sessionId: string; readonly mouseMovements: number };
}

/** Batches of a session whose news is awaited: how many samples it will have then, and when it was sent. */
interface Sending {
  readonly samples: number;
  readonly sentAt: number;
  /** When the collector had answered 202. */
  acceptedAt?: number;
}

const system = await startBenchSystem(sites, 2);
const collector = await startCollector({
  apiUrl: system.apis[0]?.url ?? '',
  ingestSecret: system.secret,
});
const sendings = new Map<string, Sending[]>();
const latencies: number[] = [];
const sinceAccepted: number[] = [];
const answers: number[] = [];
let refused = 0;
const lastOf = new Map<string, Promise<void>>();
const subscriptions = sites.flatMap((site) =>
  Array.from({ length: subscribersPerSite }, (_, i) => listen(site, i)),
);
await wait(2_000);
const countedFrom = performance.now() + warmUpSeconds * 1_000;
await Promise.all(sites.map(sendVisits));
await wait(2_000);
const rows = [
  { from: 'sent to the collector', to: 'its 202', ...summarise(answers), goal: '' },
  { from: 'sent to the collector', to: 'a subscriber', ...summarise(latencies), goal: '' },
  { from: 'its 202', to: 'a subscriber', ...summarise(sinceAccepted), goal: 'p95 ≤ 300' },
];
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
process.stdout.write(`${refused} refused or not answered, and sent again\n`);
await Promise.all(subscriptions.map(({ stop }) => stop()));
await collector.stop();
await system.stop();

function listen(site: string, number: number): TestSubscription<Change> {
  const api = system.apis[number % system.apis.length];
  const subscription = subscribe<Change>(api?.url ?? '', query(site), { token: system.token });
  const heard = new Map<string, number>();
  const note = ({ sessionChanged: { sessionId, mouseMovements } }: Change) => {
    const known = heard.get(sessionId) ?? 0;
    const now = performance.now();
    for (const { samples, sentAt, acceptedAt = now } of sendings.get(sessionId) ?? []) {
      if (samples <= known || samples > mouseMovements || sentAt < countedFrom) continue;
      latencies.push(now - sentAt);
      // The news may overtake the answer.
      sinceAccepted.push(now - acceptedAt);
    }
    heard.set(sessionId, Math.max(known, mouseMovements));
  };
  subscription.received.push = (...changes) => {
    changes.forEach(note);
    return 0;
  };
  return subscription;
}

/** Each visitor a batch every two seconds, all spread evenly. */
async function sendVisits(site: string): Promise<void> {
  const settings = {
    visitors: visitorsPerSite,
    batchesPerView: 1_000,
    viewsPerSession: 1,
    pages: 3,
  };
  const source = makeTraffic({ site, startedAt: Date.now(), withEvents: true, ...settings });
  const startedAt = performance.now();
  const everyMs = 2_000 / visitorsPerSite;
  const underWay: Promise<void>[] = [];
  for (let sent = 0; sent * everyMs < (warmUpSeconds + seconds) * 1_000; sent++) {
    await wait(Math.max(0, startedAt + sent * everyMs - performance.now()));
    underWay.push(post(source.next().value as BenchBatch));
  }
  await Promise.all(underWay);
}

/** A visitor's batches go one after another, as the tracker sends them. */
function post(batch: BenchBatch): Promise<void> {
  const before = lastOf.get(batch.session) ?? Promise.resolve();
  const sent = send(batch, before);
  lastOf.set(batch.session, sent);
  return sent;
}

async function send({ packed, session }: BenchBatch, before: Promise<void>): Promise<void> {
  const ofSession = sendings.get(session) ?? [];
  sendings.set(session, ofSession);
  const sentAt = performance.now();
  const sending: Sending = { samples: (ofSession.length + 1) * samplesPerBatch, sentAt };
  ofSession.push(sending);
  await before;
  while (!(await isTaken(packed))) {
    refused += 1;
    await wait(retryMs);
  }
  sending.acceptedAt = performance.now();
  if (sentAt >= countedFrom) answers.push(sending.acceptedAt - sentAt);
}

/** @returns false where it is to be sent again, as the tracker does: refused for now, or no answer */
async function isTaken(body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const headers = { origin: 'https://shop.example', 'user-agent': 'Mozilla/5.0 Chrome/142.0.0.0' };
  const url = `${collector.url}/v1/batches`;
  const response = await fetch(url, { method: 'POST', body, headers }).catch(() => null);
  if (!response || response.status === 429 || response.status === 503) return false;
  if (response.status !== 202) throw new Error(await response.text());
  await response.arrayBuffer();
  return true;
}

function summarise(ms: readonly number[]) {
  return {
    count: ms.length,
    'median, ms': Math.round(median(ms)),
    'p95, ms': Math.round(quantile(ms, 0.95)),
    'p99, ms': Math.round(quantile(ms, 0.99)),
  };
}
