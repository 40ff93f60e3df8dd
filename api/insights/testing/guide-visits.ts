import { ReactionKind } from '../../../schema/wire/events.ts';
import type { Arrival } from '../../testing/start-test-api.ts';
import { makeVisit } from '../../testing/test-api.ts';

export interface GuideVisits {
  readonly arrivals: readonly Arrival[];
  readonly visitors: readonly string[];
  readonly sessions: readonly string[];
  /** Sessions in which the dead button was pressed: every third. */
  readonly whoPressed: readonly string[];
}

/** Sessions that read the upper part of a long page, and then check out; every third presses a button that does nothing. */
export function makeGuideVisits(startedAt: number, count: number): GuideVisits {
  const all = Array.from({ length: count }, (_, i) => makeGuideVisit(startedAt + i * 60_000, i));
  return {
    arrivals: all.flatMap(({ arrivals }) => arrivals),
    visitors: all.map(({ guide }) => guide.visitorId),
    sessions: all.map(({ guide }) => guide.sessionId),
    whoPressed: all.filter((_, i) => i % 3 === 0).map(({ guide }) => guide.sessionId),
  };
}

function makeGuideVisit(startedAt: number, i: number) {
  const who = { session: `guide-${i}`, visitor: `reader-${i}` };
  const guide = makeVisit({
    ...who,
    view: 'guide',
    startedAt,
    url: 'https://shop.test/guide',
    documentHeight: 6_000,
  });
  for (let n = 0; n < 20; n++) guide.move(500 + n * 400, 200 + n * 20, 300 + n * 10);
  guide.event('scroll', { t: 4_000, y: 400 + i * 50, height: 6_000, viewport: 800 });
  const deepest = { y: 1_000, height: 6_000, viewport: 800 };
  guide.event('scroll', { t: 6_000, ...deepest });
  const checkout = makeVisit({
    ...who,
    view: 'checkout',
    startedAt: startedAt + 15_000,
    url: 'https://shop.test/checkout',
    documentHeight: 900,
  });
  const button = checkout.element({
    tag: 'button',
    id: 'pay',
    role: 'button',
    path: 'form > button',
  });
  if (i % 3 === 0) {
    const fields = { t: 3_000, element: button, x: 300, y: 400, flags: 2 };
    checkout.press(fields, { kind: ReactionKind.none, afterMs: 5_000 });
  }
  return { guide, arrivals: [guide.arrive(12_000), checkout.arrive(10_000)] };
}
