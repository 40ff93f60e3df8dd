import { expect, test } from 'vitest';
import { makeView } from '../../api/testing/make-batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { Clock, Page, Store } from '../../tracker/host.ts';
import { makeOutbox } from '../../tracker/transport/outbox.ts';
import { makeVirtualClock } from '../../tracker/virtual/virtual-clock.ts';

const minuteMs = 60_000;

interface Hardship {
  /** The answer to the n-th post, by the monotonic clock; 0: none at all. */
  readonly answer: (nowMs: number, post: number) => number;
  readonly store?: Store;
  /** What the date is, when it should be `date`. */
  readonly distort?: (date: number) => number;
}

/** Sends ten batches, two seconds apart, then lets half an hour pass. @returns the seqs that were taken, in order */
async function sendTen({ answer, store = {}, distort = (date) => date }: Hardship) {
  const virtual = makeVirtualClock(1_700_000_000_000);
  const clock: Clock = { ...virtual, date: () => distort(virtual.date()) };
  const taken: number[] = [];
  let posts = 0;
  const fetch = async (_url: string, { body }: { body: Uint8Array }) => {
    const status = answer(virtual.now(), posts++);
    const { seq } = decodeBatch(body);
    if (status === 0) throw new TypeError('Failed to fetch');
    if (status === 202) taken.push(seq);
    return { status, headers: { get: () => null } };
  };
  const page = { fetch, navigator: { sendBeacon: () => true } } as unknown as Page;
  const outbox = makeOutbox(page, clock, store, '/v1/batches', () => undefined);
  const view = makeView({ session: 's', visitor: 'v', startedAt: 1_700_000_000_000 });
  for (let now = 0; now < 30 * minuteMs; now += 2_000) {
    virtual.moveTo(now);
    if (now < 20_000) outbox.send(view.move(now, 5, 5).take(), now / 2_000, view.viewId);
    for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  return { taken, left: Object.keys(store) };
}

const allTen = Array.from({ length: 10 }, (_, seq) => seq);

test.each<[string, Hardship]>([
  ['offline for twelve minutes', { answer: (now) => (now < 12 * minuteMs ? 0 : 202) }],
  ['a collector that is too busy', { answer: (_, post) => (post % 3 === 0 ? 202 : 429) }],
  ['a collector that fails', { answer: (_, post) => (post % 4 === 3 ? 202 : 500) }],
  ['a collector that answers nonsense', { answer: (_, post) => [304, 202, 777][post % 3] ?? 0 }],
  [
    'a storage that is full',
    {
      answer: () => 202,
      store: new Proxy<Store>({}, { set: () => false }),
    },
  ],
  [
    'a clock that jumps back and forth',
    {
      answer: (_, post) => (post % 2 ? 202 : 0),
      distort: (date) => date + (date % 7) * 9 ** 8 - 9 ** 9,
    },
  ],
])('%s loses nothing, and each batch is taken once and in order', async (_name, hardship) => {
  expect(await sendTen(hardship)).toEqual({ taken: allTen, left: [] });
});
