import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFreshLook, compareRows, mergeRows, type Row } from './session-rows.ts';

const base: Row = {
  id: '',
  sessionId: '',
  userId: 'u',
  identified: false,
  pageUrl: 'https://shop.example/',
  lastPageUrl: 'https://shop.example/',
  device: 'DESKTOP',
  browser: null,
  os: null,
  country: null,
  automated: false,
  startedAt: '',
  endedAt: '',
  isLive: false,
  sessionDurationSeconds: 0,
  totalDistancePx: 0,
  totalClicks: 0,
  rageClicks: 0,
  deadClicks: 0,
  pageCount: 1,
};
const row = (number: number, change: Partial<Row> = {}): Row => ({
  ...base,
  id: `s${number}`,
  startedAt: new Date(number * 1_000).toISOString(),
  ...change,
});
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

describe('the live list', () => {
  test('puts a new session on top and a known one in its own place', () => {
    const rows = [row(3), row(2), row(1)];
    expect(ids(mergeRows(rows, [row(4)], false))).toEqual(['s4', 's3', 's2', 's1']);
    const merged = mergeRows(rows, [row(2, { totalClicks: 9 })], false);
    expect(ids(merged)).toEqual(['s3', 's2', 's1']);
    expect(merged[1]?.totalClicks).toBe(9);
  });

  test('leaves a session that belongs below its end to the page it comes with', () => {
    expect(ids(mergeRows([row(5), row(4)], [row(1)], true))).toEqual(['s5', 's4']);
    expect(ids(mergeRows([row(5), row(4)], [row(1)], false))).toEqual(['s5', 's4', 's1']);
  });

  test('puts a session whose start has moved in its new place', () => {
    const rows = [row(9), row(5), row(1)];
    const moved = { ...row(5), startedAt: row(0).startedAt };
    expect(ids(mergeRows(rows, [moved], true))).toEqual(['s9', 's1', 's5']);
    expect(ids(mergeRows(rows, [moved, { ...row(3), startedAt: '1969' }], false))).toEqual([
      ...['s9', 's1', 's5', 's3'],
    ]);
  });

  test('takes one in as it takes in many', () => {
    const numbers = fc.uniqueArray(fc.nat(30));
    const incoming = fc.record({ id: fc.nat(30), start: fc.nat(30) });
    fc.assert(
      fc.property(numbers, incoming, fc.boolean(), (before, { id, start }, hasMore) => {
        const rows = before.map((n) => row(n)).sort(compareRows);
        const one = { ...row(id), startedAt: row(start).startedAt };
        // A second one that is known and as it was changes nothing, but for the way.
        const first = rows.filter((each) => each.id !== one.id).slice(0, 1);
        fc.pre(first.length > 0);
        expect(mergeRows(rows, [one], hasMore)).toEqual(mergeRows(rows, [one, ...first], hasMore));
      }),
    );
  });

  test('is in order and has every session once, whatever comes', () => {
    const numbers = fc.array(fc.nat(30));
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (before, incoming, hasMore) => {
        const rows = mergeRows(
          [],
          [...new Set(before)].map((n) => row(n)),
          false,
        );
        const merged = mergeRows(
          rows,
          incoming.map((n) => row(n)),
          hasMore,
        );
        expect(merged).toEqual(merged.toSorted(compareRows));
        expect(new Set(ids(merged)).size).toBe(merged.length);
      }),
    );
  });
});

describe('a fresh look', () => {
  const look = (newest: readonly Row[], live: readonly Row[] = []) => ({ newest, live, asked: 2 });

  test('ends what is live no more', () => {
    const rows = [row(3), row(2), row(1, { isLive: true })];
    const after = applyFreshLook(rows, look([row(3), row(2)]), false);
    expect(after.at(-1)).toMatchObject({ id: 's1', isLive: false });
  });

  test('takes away what is gone from the part it saw, and keeps what is below', () => {
    const rows = [row(4), row(3), row(2), row(1)];
    expect(ids(applyFreshLook(rows, look([row(4), row(2)]), false))).toEqual(['s4', 's2', 's1']);
  });

  test('saw everything where it got fewer than it asked for', () => {
    expect(ids(applyFreshLook([row(2), row(1)], look([row(2)]), false))).toEqual(['s2']);
  });
});

test('the next page goes below what is there; one that came too late is put where it belongs', () => {
  const rows = [row(9), row(8), row(7)];
  expect(ids(mergeRows(rows, [row(6), row(5)], false))).toEqual(['s9', 's8', 's7', 's6', 's5']);
  // Meanwhile a session began, and the page begins with a row that is there already.
  expect(ids(mergeRows(rows, [row(7), row(6)], false))).toEqual(['s9', 's8', 's7', 's6']);
  expect(ids(mergeRows(rows, [row(5), row(6)], false))).toEqual(['s9', 's8', 's7', 's6', 's5']);
});
