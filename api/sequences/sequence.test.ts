import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName, writeName } from './entry-name.ts';
import { referrerHost } from './referrer-host.ts';
import { addEntries, type Entry, packSequence, unpackSequence } from './sequence.ts';

const entry = fc.record({
  at: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 10 ** 10 })),
  name: fc.constantFrom('p/', 'p/cart', 'c/cart\t["Pay"]', 'e/\tsigned up'),
});
const entries = fc.array(entry, { maxLength: 30 });

/** As netted facts come: one change a distinct entry. */
function countUp(list: readonly Entry[], sign: number) {
  const changes = new Map<string, { entry: Entry; by: number }>();
  for (const each of list) {
    const key = `${each.at} ${each.name}`;
    changes.set(key, { entry: each, by: (changes.get(key)?.by ?? 0) + sign });
  }
  return changes;
}

test('a packed sequence is the same when unpacked', () => {
  fc.assert(
    fc.property(entries, (made) => {
      const sorted = addEntries([], countUp(made, 1));
      expect(sorted).toHaveLength(made.length);
      expect(unpackSequence(packSequence(sorted, 0), 0)).toEqual(sorted);
    }),
  );
});

test('the order in which entries come and go does not show', () => {
  fc.assert(
    fc.property(entries, entries, (a, b) => {
      const both = addEntries([], countUp([...a, ...b], 1));
      const aFirst = addEntries(addEntries([], countUp(a, 1)), countUp(b, 1));
      const bFirst = addEntries(addEntries([], countUp(b, 1)), countUp(a, 1));
      expect(aFirst).toEqual(both);
      expect(bFirst).toEqual(both);
      expect(addEntries(both, countUp(b, -1))).toEqual(addEntries([], countUp(a, 1)));
    }),
  );
});

test('a page view and 20 more of the same page take a few bytes each', () => {
  const visit = Array.from({ length: 21 }, (_, i) => ({ at: i * 30_000, name: 'p/product/:id' }));
  const { names, entries: packed } = packSequence(visit, 0);
  expect(names.length + packed.length).toBeLessThan(13 + 21 * 4 + 1);
});

test('a name holds kind, route and subject, whatever is in them', () => {
  const name = { kind: 'event', route: '/a b', subject: 'sign\tup\n' } as const;
  expect(readName(writeName(name))).toEqual({ ...name, subject: 'sign up ' });
  expect(readName(writeName({ kind: 'page', route: '/', subject: '' }))).toEqual({
    kind: 'page',
    route: '/',
    subject: '',
  });
});

test('a referrer is its host', () => {
  expect(referrerHost('https://www.Example.com:8080/a?b')).toBe('example.com');
  expect(referrerHost('android-app://com.news/')).toBe('com.news');
  expect(referrerHost('about:blank')).toBeNull();
  expect(referrerHost(null)).toBeNull();
});
