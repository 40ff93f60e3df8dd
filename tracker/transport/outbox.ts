import { stampSentAt } from '../../schema/wire/encode.ts';
import { type Clock, guard, type Page, type Store } from '../host.ts';
import { findKeys, prefix } from '../store.ts';
import type { ViewRim } from '../view.ts';
import { makePost, type Packed, type Send, sendBeacon } from './post.ts';

export interface Outbox extends ViewRim {
  /** The page may be gone in a moment: hands to the browser what it takes. */
  readonly leave: () => void;
  /** Sends what other pages left behind. */
  readonly adopt: () => void;
  readonly empty: () => void;
  /** How a batch is sent. */
  post: Send;
}

/** `trailgraph:<view>:<seq>` in the store: a key for each batch, so that tabs never overwrite each other. */
interface Entry {
  readonly key: string;
  readonly packed: Packed;
  isBeaconed?: boolean;
}

/** While so much waits, movement is dropped; while twice as much does, all but the shells of batches is. Bytes. */
const fullBytes = 128_000;
/** Browsers hold 64 kB of requests for a page that goes. */
const beaconBytes = 52_000;
const firstRetryMs = 2_000;
const lastRetryMs = 60_000;
/** However long the collector wants to be left alone; timers can't wait for more than 24 days, and run at once instead. */
const longestWaitMs = 3_600_000;
/** What is older was left behind by a page that is gone, or waits for its turn: no harm if it is sent twice. */
const leftMs = 10_000;
/** Accepted, or refused for good. */
const isFinal = /^(2|4(?!29))/;

/**
 * Batches on their way: in order, one at a time, each in the store until a 2xx. A page that crashes says nothing before, and what
 * it has sent may meet a collector that is away: so a batch is stored before it is sent.
 *
 * @param onRefused told when a batch of a view was refused for good
 */
export function makeOutbox(
  page: Page,
  { date, after }: Clock,
  store: Store,
  url: string,
  onRefused: (view: string) => void,
): Outbox {
  let queue: Entry[] = [];
  let isBusy = false;
  let failures = 0;

  const settle = (entry: Entry, { status, headers }: Response) => {
    if (isFinal.test(`${status}`)) {
      failures = 0;
      queue = queue.filter((other) => other !== entry);
      delete store[entry.key];
      if (status >= 400) onRefused(entry.key.split(':')[1] ?? '');
      return next();
    }
    // From half to all of 2, 4, 8 … 60 s, so that tabs and visitors do not return all at once.
    const backoffMs = Math.min(lastRetryMs, firstRetryMs * 2 ** failures++);
    const waitMs = Number(headers.get('retry-after')) * 1_000 || 0;
    const retryMs = Math.max(waitMs, backoffMs * (1 - Math.random() / 2));
    after(Math.min(longestWaitMs, retryMs), next);
  };
  const next = () => {
    const [entry] = queue;
    isBusy = !!entry;
    if (!entry) return;
    stampSentAt(entry.packed, date());
    void outbox
      .post(entry.packed)
      .catch(Response.error)
      .then((answer) => settle(entry, answer));
  };
  /** Where the store is full, the batch lives in memory only. */
  const keep = guard((key: string, packed: Packed) => {
    store[key] = `${date()} ${packed}`;
  });
  const push = (key: string, packed: Packed) => {
    keep(key, packed);
    queue.push({ key, packed });
    if (!isBusy) next();
  };

  const outbox: Outbox = {
    post: makePost(page, url),
    send: (packed, seq, view) => push(`${prefix}:${view}:${seq}`, packed),
    leave: () => {
      let bytes = 0;
      for (const entry of queue) {
        bytes += entry.packed.length;
        if (entry.isBeaconed || bytes > beaconBytes) continue;
        stampSentAt(entry.packed, date());
        entry.isBeaconed = sendBeacon(page, url, entry.packed);
      }
    },
    adopt: () => {
      for (const key of findKeys(store)) {
        const [at, bytes] = store[key]?.split(' ') ?? [];
        // Other keys have no blank. A clock that was set back makes ages negative.
        const isLeft = bytes && Math.abs(date() - Number(at)) >= leftMs;
        if (!isLeft || queue.some((entry) => entry.key === key)) continue;
        // A new date says to other tabs that it is taken care of.
        push(key, Uint8Array.from(bytes.split(','), Number));
      }
    },
    fullness: () => queue.reduce((sum, { packed }) => sum + packed.length, 0) / fullBytes,
    empty: () => {
      queue = [];
    },
  };
  return outbox;
}
