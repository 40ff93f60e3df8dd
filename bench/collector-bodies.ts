import type { Batch } from '../schema/wire/batch.ts';
import { checkBatch } from '../schema/wire/check.ts';
import { packBatch } from '../schema/wire/outgoing.ts';

/** Two seconds of an ordinary visit: 40 samples, a press with its reaction, three scrolls; every tenth begins a view. */
export function makeBodies(count: number): Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: count }, (_, i) => packBatch(makeBatch(i)));
}

function makeBatch(i: number): Batch {
  const id = i.toString(36).padStart(8, '0');
  const samples = Array.from({ length: 40 }, (_, k) => k);
  return checkBatch({
    site: 'bench',
    session: `${id}${id}`,
    visitor: `${id}${id}`,
    view: id,
    seq: i % 10,
    activeMs: 2_000,
    page: i % 10 === 0 ? page : undefined,
    elements: [
      {
        index: 0,
        tag: 'button',
        id: 'pay',
        class: 'btn btn-primary',
        role: 'button',
        path: 'main > section.checkout > button:nth-of-type(2)',
      },
    ],
    moves: {
      t: samples.map((k) => k * 50),
      x: samples.map((k) => 100 + Math.round(300 * Math.sin((i + k) / 9))),
      y: samples.map((k) => 400 + Math.round(200 * Math.cos((i + k) / 7))),
    },
    events: [
      press,
      { type: 'reaction', t: 1_100, press: 0, kind: 2, afterMs: 90, causes: 1, networkMs: 0 },
      ...[0, 1, 2].map((k) => ({
        type: 'scroll',
        t: 1_500 + k * 100,
        element: -1,
        y: k * 120,
        height: 2_400,
        viewport: 800,
      })),
    ],
  });
}

const page = {
  startedAt: 1_760_000_000_000,
  sentAt: 1_760_000_002_000,
  viewportWidth: 1280,
  viewportHeight: 800,
  documentWidth: 1280,
  documentHeight: 2_400,
  url: 'https://shop.example/product/42',
  referrer: 'https://shop.example/',
};

const press = {
  type: 'press',
  t: 1_000,
  press: 0,
  element: 0,
  x: 640,
  y: 410,
  viewportX: 640,
  viewportY: 410,
  elementXMyriad: 5_000,
  elementYMyriad: 4_200,
  elementWidth: 160,
  elementHeight: 44,
  viewportWidth: 1280,
  viewportHeight: 800,
  flags: 2,
};
