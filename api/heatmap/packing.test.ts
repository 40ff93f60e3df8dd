import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTo, packTable, readPacked } from './packing.ts';

const entries = fc.array(
  fc.tuple(
    fc.oneof(fc.string(), fc.constantFrom('0,0', '-1,3', '["#buy","button"]')),
    fc.nat(4096 * 1024 - 1),
    fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  ),
);

test('whatever is packed is read again, less its zeros', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const table = new Map<string, Map<number, number>>();
      for (const [member, field, by] of all) addTo(table, member, field, by);
      const read = new Map<string, Map<number, number>>();
      readPacked(packTable(table), (...entry) => addTo(read, ...entry));
      const plain = (tables: typeof table) =>
        [...tables]
          .map(([member, fields]) => [member, [...fields].filter(([, sum]) => sum !== 0)] as const)
          .filter(([, fields]) => fields.length > 0)
          .map(([member, fields]) => [member, fields.sort(([a], [b]) => a - b)]);
      expect(plain(read)).toEqual(plain(table));
    }),
  );
});

test('a dense tile takes less than 3 bytes a cell', () => {
  const cells = new Map(Array.from({ length: 1024 }, (_, i) => [i, (i * 7919) % 3000]));
  expect(packTable(new Map([['0,0', cells]])).length).toBeLessThan(1024 * 3.01);
});
