import { makeView, type ViewScript } from '../../api/testing/make-batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { Packed } from '../../tracker/transport/post.ts';

/** One batch as a page would pack it. */
export interface SentBatch {
  readonly packed: Packed;
  readonly view: string;
  readonly seq: number;
  /** When the page hands it to the transport, ms from the visit's start. */
  readonly atMs: number;
  /** `sentAt` of its page block, where it has one, ms since 1970. */
  readonly sentAt: number | undefined;
}

/** What one visitor does on a site, in the order in which it happens. */
export interface Visit {
  readonly startedAt: number;
  readonly batches: readonly SentBatch[];
}

/** What was sent, counted while it was made up. */
export interface Sent {
  readonly sessions: number;
  readonly batches: number;
  readonly views: number;
  readonly samples: number;
  readonly presses: number;
}

const minuteMs = 60_000;
const batchMs = 2_000;
const paths = ['', 'product/7', 'product/8', 'cart'];

/** Visits with a bit of everything: movement, single clicks and bursts, answered and not, hovers, scrolling, typing, errors. */
export function makeVisits(
  site: string,
  count: number,
  now: number,
  random: (below: number) => number,
): { readonly visits: readonly Visit[]; readonly sent: Sent } {
  const sent = { sessions: count, batches: 0, views: 0, samples: 0, presses: 0 };
  const visits = Array.from({ length: count }, (_, i): Visit => {
    const startedAt = now - (30 + random(600)) * minuteMs;
    const batches: SentBatch[] = [];
    let atMs = random(3_000);
    for (let page = 0, pages = 1 + random(4); page < pages; page++) {
      const view = makeView({
        site,
        session: `${site}-${i}`,
        visitor: `${site}-visitor${random(Math.ceil(count * 0.7))}`,
        view: `${i}-${page}`,
        startedAt: startedAt + atMs,
        url: `https://shop.test/${paths[random(paths.length)]}`,
        documentHeight: 2_000 + random(3_000),
      });
      sent.views += 1;
      for (let seq = 0, length = 2 + random(7); seq < length; seq++) {
        fill(view, seq * batchMs, random, sent);
        atMs += batchMs;
        const packed = view.take();
        const { sentAt } = decodeBatch(packed).page ?? {};
        batches.push({ packed, view: view.viewId, seq, atMs, sentAt });
        sent.batches += 1;
      }
    }
    return { startedAt, batches };
  });
  return { visits, sent };
}

function fill(
  view: ViewScript,
  fromMs: number,
  random: (below: number) => number,
  sent: { samples: number; presses: number },
): void {
  const element = view.element({ tag: 'button', id: `b${random(4)}`, path: 'main > button' });
  for (let i = 0, samples = 5 + random(20); i < samples; i++) {
    view.move(fromMs + i * 50, random(1_200), random(2_000));
    sent.samples += 1;
  }
  for (let i = 0, presses = random(5); i < presses; i++) {
    const reaction = random(2) ? { kind: random(3), afterMs: 200 + random(5_000) } : undefined;
    view.press({ t: fromMs + 1_100 + i * 150, element, x: 300 + i, y: 400, flags: 2 }, reaction);
    sent.presses += 1;
  }
  const hover = { element, durationMs: random(4_000), clicked: random(2) };
  view.event('hover', { t: fromMs + 1_000, ...hover });
  view.event('scroll', { t: fromMs + 1_500, y: random(1_500), height: 3_000, viewport: 800 });
  if (random(3) === 0) view.event('typing', { t: fromMs + 1_600, presses: 5, durationMs: 700 });
  if (random(5) === 0) view.event('error', { t: fromMs + 1_700, message: 'x is null', line: 3 });
  view.until(fromMs + 1_900);
}
