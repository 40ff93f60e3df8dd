import { makeView, type ViewScript } from '../../api/testing/make-batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { FormState } from '../../schema/wire/events.ts';
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
  readonly customEvents: number;
  readonly errors: number;
  readonly typings: number;
  /** Page views in which the form was used. */
  readonly formUses: number;
}

type Counts = { -readonly [name in keyof Sent]: number };

const minuteMs = 60_000;
const batchMs = 2_000;
const nothing: Sent = {
  ...{ sessions: 0, batches: 0, views: 0, samples: 0, presses: 0 },
  ...{ customEvents: 0, errors: 0, typings: 0, formUses: 0 },
};
const paths = ['', 'product/7', 'product/8', 'cart'];
const referrers = ['https://search.test/', '', ''];
const users = ['user1', 'user2', '', '', '', ''];

/** Visits with a bit of everything: movement, clicks and bursts, answered and not, hovers, scrolling, typing, forms, errors, people who log in. */
export function makeVisits(
  site: string,
  count: number,
  now: number,
  random: (below: number) => number,
): { readonly visits: readonly Visit[]; readonly sent: Sent } {
  const sent: Counts = { ...nothing, sessions: count };
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
        referrer: referrers[random(referrers.length)] ?? '',
        user: users[random(users.length)] ?? '',
      });
      const recorded = recordView(view, atMs, random, sent);
      batches.push(...recorded);
      atMs = recorded.at(-1)?.atMs ?? atMs;
    }
    return { startedAt, batches };
  });
  return { visits, sent };
}

/** Some batches of one view, the first of them `fromMs` after the visit's start. */
function recordView(
  view: ViewScript,
  fromMs: number,
  random: (below: number) => number,
  sent: Counts,
): SentBatch[] {
  sent.views += 1;
  if (random(3) === 0) useForm(view, random, sent);
  return Array.from({ length: 2 + random(7) }, (_, seq) => {
    fill(view, seq * batchMs, random, sent);
    sent.batches += 1;
    const packed = view.take();
    const { sentAt } = decodeBatch(packed).page ?? {};
    return { packed, view: view.viewId, seq, atMs: fromMs + (seq + 1) * batchMs, sentAt };
  });
}

function fill(
  view: ViewScript,
  fromMs: number,
  random: (below: number) => number,
  sent: Counts,
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
  fillRarely(view, fromMs, random, sent);
  view.until(fromMs + 1_900);
}

function fillRarely(
  view: ViewScript,
  fromMs: number,
  random: (below: number) => number,
  sent: Counts,
): void {
  if (random(3) === 0) {
    view.event('typing', { t: fromMs + 1_600, presses: 5, durationMs: 700 });
    sent.typings += 1;
  }
  if (random(5) === 0) {
    view.event('error', { t: fromMs + 1_700, message: 'x is null', line: 3 });
    sent.errors += 1;
  }
  if (random(4) === 0) {
    view.event('custom', { t: fromMs + 1_750, name: ['add', 'pay'][random(2)] ?? '' });
    sent.customEvents += 1;
  }
  if (random(6) === 0) view.event('identify', { t: fromMs + 1_760, user: `user${random(3)}` });
  if (random(8) === 0) view.lose(random(90), random(9));
  if (random(6) === 0) view.event('visibility', { t: fromMs + 1_770, state: random(2) });
}

function useForm(view: ViewScript, random: (below: number) => number, sent: Counts): void {
  const place = { form: 'order', field: 'mail', fieldType: 'email' };
  view.event('form', { t: 100, ...place });
  view.event('form', { t: 100, form: 'order', field: 'name', fieldType: 'text', order: 1 });
  const times = { durationMs: 200 + random(900), hesitationMs: random(90) - 1 };
  view.event('field', { t: 100, ...place, ...times, changes: random(3), corrections: random(2) });
  if (random(2) === 0) view.event('form', { t: 1_300, form: 'order', state: FormState.submit });
  sent.formUses += 1;
}
