import fc from 'fast-check';
import { BSON } from 'mongodb';
import { expect, test } from 'vitest';
import { packSequence } from '../sequences/sequence.ts';
import { StoredSequence } from '../sequences/stored-sequence.ts';
import { type CountRules, VisitorCounter } from './count-visitors.ts';
import type { FunnelStep } from './step.ts';
import { countVisitorsSlowly, type ToldSession } from './testing/count-visitors-slowly.ts';

const names = [
  'p/',
  'p/cart',
  'p/help',
  'c/cart\t["main > #pay","button","pay"]',
  'e/cart\tbought',
];
const session = fc.record({
  visitor: fc.constantFrom('ada', 'ben'),
  startedAt: fc.integer({ min: 0, max: 30 }),
  entries: fc.array(
    fc.record({ gap: fc.constantFrom(0, 1, 2, 9), name: fc.constantFrom(...names) }),
    { minLength: 1, maxLength: 6 },
  ),
});
/** Up to three of each of two visitors, overlapping now and then, in order of their start as they are read. */
const story = fc.array(session, { minLength: 1, maxLength: 4 }).map((made) =>
  made
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ visitor, startedAt, entries }, number): ToldSession => {
      let at = startedAt;
      const told = entries.map(({ gap, name }) => {
        at += gap;
        return { at, name };
      });
      return { session: `s${number}`, visitor, startedAt, entries: told };
    }),
);
const step = fc.constantFrom<FunnelStep>(
  { kind: 'page', page: '/', subject: '' },
  { kind: 'page', page: '/*', subject: '' },
  { kind: 'page', page: '/cart', subject: '' },
  { kind: 'click', page: null, subject: '#pay' },
  { kind: 'event', page: '/cart', subject: 'bought' },
);

/** As it comes from the database. */
function store(
  { session: name, visitor, startedAt, entries }: ToldSession,
  more: object = {},
): StoredSequence {
  const packed = packSequence(entries, startedAt);
  const sequence = new StoredSequence();
  sequence.turnTo(
    BSON.serialize({
      ...{ session: name, visitor, startedAt: new Date(startedAt), names: packed.names },
      ...{ entries: new BSON.Binary(packed.entries), ...more },
    }),
  );
  return sequence;
}

test.each(['ORDERED', 'STRICT', 'ANY'] as const)(
  '%s: visitors come as far, and leave from where, a plain count says',
  (order) => {
    const steps = fc.array(step, { minLength: 2, maxLength: 4 });
    const windowMs = fc.constantFrom(0, 3, 10, Number.POSITIVE_INFINITY);
    fc.assert(
      fc.property(story, steps, windowMs, (sessions, asked, limit) => {
        const rules: CountRules = {
          ...{ steps: asked, stepCount: asked.length, order, windowMs: limit },
          ...{ routes: [], breakdown: null },
        };
        const counter = new VisitorCounter(rules);
        for (const each of sessions) counter.take(store(each));
        const counted = [...counter.runs()].map(({ entered, left, ...run }) => ({
          ...run,
          ...{ entered: entered.session, left: left.session },
        }));
        expect(counted.toSorted(byStart)).toEqual(
          countVisitorsSlowly(sessions, rules).toSorted(byStart),
        );
      }),
      { numRuns: 1_000 },
    );
  },
);

test.each([
  ['DEVICE', 'MOBILE'],
  ['BROWSER', 'Firefox'],
  ['COUNTRY', 'SE'],
  ['REFERRER', 'news.test'],
  ['FIRST_PAGE', '/help'],
] as const)(
  'a breakdown by %s is by the session in which a visitor entered',
  (breakdown, group) => {
    const first = { device: 'MOBILE', browser: 'Firefox', country: 'SE', referrer: 'news.test' };
    const other = { device: 'DESKTOP', browser: null, country: null, referrer: null };
    const counter = new VisitorCounter({
      ...{ steps: [toPage('/'), toPage('/cart')], stepCount: 2, order: 'ORDERED' },
      ...{ windowMs: Number.POSITIVE_INFINITY, routes: [], breakdown },
    });
    const told = [
      { ...first, startedAt: 0, did: ['p/help', 'p/'] },
      { ...other, startedAt: 60_000, did: ['p/cart'] },
    ];
    for (const { did, startedAt, ...rest } of told) {
      const entries = did.map((name, i) => ({ at: startedAt + i, name }));
      counter.take(store({ session: 's', visitor: 'ada', startedAt, entries }, rest));
    }
    const [run] = [...counter.runs()];
    expect(run?.entered.group).toBe(group);
    expect(run?.reachedAt).toHaveLength(2);
  },
);

const toPage = (page: string): FunnelStep => ({ kind: 'page', page, subject: '' });

function byStart(a: { readonly entered: string }, b: { readonly entered: string }): number {
  return a.entered < b.entered ? -1 : 1;
}
