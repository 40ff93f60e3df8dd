import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionDocument } from '../store/sessions.ts';
import { dropSameHovers } from './changed-hovers.ts';
import { countHovers } from './count-hovers.ts';

const hover = fc.record({
  page: fc.constantFrom('/', '/cart'),
  element: fc.record({
    path: fc.constantFrom('a', 'b', 'c'),
    tag: fc.constant('a'),
    id: fc.constant(''),
    name: fc.constantFrom('', 'menu'),
  }),
  hoverDurationMs: fc.constantFrom(500, 999, 1_000, 2_000),
  hoverCount: fc.integer({ min: 1, max: 2 }),
  clickedCount: fc.integer({ min: 0, max: 1 }),
});

const session = fc
  .record({ hovers: fc.array(hover, { maxLength: 6 }), startedAt: fc.constantFrom(0, 1_000) })
  .map(({ hovers, startedAt }) => {
    const known = { session: 's', visitor: 'v', startedAt: new Date(startedAt) };
    return { ...known, summary: { hovers } } as unknown as SessionDocument;
  });

/** What a change adds to each sum and touch: after less before. */
function net(before: SessionDocument | null, after: SessionDocument | null) {
  const totals = new Map<string, number>();
  const add = (of: SessionDocument | null, sign: 1 | -1) => {
    if (!of) return;
    const context = { session: of, day: 1, hour: 0 };
    const parts = [
      ...(countHovers.fromSession?.(context) ?? []),
      ...(countHovers.touchesFromSession?.(context) ?? []),
    ];
    for (const { by, ...name } of parts) {
      const key = JSON.stringify(name);
      totals.set(key, (totals.get(key) ?? 0) + sign * by);
    }
  };
  add(before, -1);
  add(after, 1);
  return new Map([...totals].filter(([, by]) => by !== 0));
}

test('leaving the same hovers out changes no sum', () => {
  fc.assert(
    fc.property(session, session, (before, after) => {
      const dropped = dropSameHovers({ before, after });
      expect(net(dropped.before, dropped.after)).toEqual(net(before, after));
    }),
  );
});

test('of a session that goes on, only what changed is left', () => {
  const [one] = fc.sample(
    session.filter(({ summary }) => summary.hovers.length > 1),
    1,
  );
  if (!one) throw new Error('no session');
  const [first, ...rest] = one.summary.hovers;
  const longer = [{ ...first, hoverDurationMs: 9_000 }, ...rest];
  const after = { ...one, summary: { ...one.summary, hovers: longer } } as SessionDocument;
  const dropped = dropSameHovers({ before: one, after });
  expect(dropped.before?.summary.hovers).toEqual([first]);
  expect(dropped.after?.summary.hovers).toEqual([longer[0]]);
});

test('a new or erased session is left whole', () => {
  const [one] = fc.sample(session, 1);
  expect(dropSameHovers({ before: null, after: one ?? null })).toEqual({
    before: null,
    after: one,
  });
});
