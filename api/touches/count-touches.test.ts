import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellTouch, depthTouch, spreadHeatTouch } from '../heatmap/people-cells.ts';
import type { Increment, Touch } from '../ingest/aggregate.ts';
import { countPeople } from './count-people.ts';
import { countTouches } from './count-touches.ts';
import { leafOf } from './leaf.ts';
import { visitorDays } from './visitor-days.ts';

/** The database, as far as these increments go: documents by collection and id. */
class Sums {
  readonly documents = new Map<string, { id: Increment['id']; sums: Record<string, number> }>();

  add({ collection, id, field, by }: Increment): void {
    const key = JSON.stringify([collection, ...Object.entries(id).sort()]);
    const document = this.documents.get(key) ?? { id, sums: {} };
    this.documents.set(key, document);
    document.sums[field] = (document.sums[field] ?? 0) + by;
  }

  of(collection: string, matching: Increment['id']) {
    return [...this.documents]
      .filter(
        ([key, { id }]) =>
          key.startsWith(`["${collection}"`) &&
          Object.entries(matching).every(([name, value]) => id[name] === value),
      )
      .map(([, { id, sums }]) => ({ day: Number(id.day), sums }));
  }

  touch(visitor: string, touches: readonly Touch[]): void {
    const own = this.of(visitorDays.name, { visitor, route: '/' })[0]?.sums ?? {};
    for (const each of countTouches(visitor, '/', own, touches)) this.add(each);
  }
}

interface Happened {
  readonly visitor: string;
  readonly cell: string;
  readonly day: number;
}

const touchOf = ({ cell, day }: Happened, by: number): Touch => ({
  collection: 'heatPeople',
  id: { route: '/' },
  cell,
  day,
  by,
});

const happenings = fc.array(
  fc.record({
    visitor: fc.constantFrom('ann', 'ben', 'cem'),
    cell: fc.oneof(
      fc
        .tuple(fc.constantFrom('DESKTOP', 'MOBILE'), fc.integer({ min: -2, max: 12 }), fc.nat(12))
        .map(([device, x, y]) => cellTouch('CLICKS', device, x, y)),
      fc
        .tuple(fc.constantFrom('DESKTOP', 'MOBILE'), fc.nat(19))
        .map(([device, band]) => depthTouch(device, band)),
    ),
    day: fc.integer({ min: 20_000, max: 20_030 }),
  }),
  { maxLength: 40 },
);

/** What nobody can argue with: the visitors, one by one. */
function countNaively(happened: readonly Happened[], fromDay: number, toDay: number) {
  const people = new Map<string, Set<string>>();
  for (const { visitor, cell, day } of happened) {
    if (day < fromDay || day > toDay) continue;
    for (const { id, cell: own } of spreadHeatTouch(cell)) {
      const key = JSON.stringify([id.layer, id.scope, id.grid, id.tile, own]);
      people.set(key, (people.get(key) ?? new Set()).add(visitor));
    }
  }
  return new Map([...people].map(([key, visitors]) => [key, visitors.size]));
}

function countByGaps(sums: Sums, fromDay: number, toDay: number) {
  const people = new Map<string, number>();
  const documents = [...sums.documents.values()].filter(
    ({ id }) => 'grid' in id && Number(id.day) >= fromDay && Number(id.day) <= toDay,
  );
  const cells = Map.groupBy(documents, ({ id }) =>
    JSON.stringify([id.layer, id.scope, id.grid, id.tile]),
  );
  for (const [key, group] of cells) {
    const days = group.map(({ id, sums: counts }) => ({ day: Number(id.day), sums: counts }));
    for (const [cell, count] of countPeople(days, fromDay)) {
      if (count !== 0) people.set(JSON.stringify([...JSON.parse(key), cell]), count);
    }
  }
  return people;
}

test('people over any range of days are counted as one would by hand, in any order, with withdrawals', () => {
  fc.assert(
    fc.property(
      happenings,
      happenings,
      fc.array(fc.tuple(fc.integer({ min: 19_995, max: 20_035 }), fc.nat(40)), { minLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (kept, withdrawn, ranges, random) => {
        const sums = new Sums();
        const arrivals = [...kept, ...withdrawn]
          .map((happened) => ({ happened, at: random.next().value }))
          .sort((a, b) => a.at - b.at);
        for (const { happened } of arrivals) sums.touch(happened.visitor, [touchOf(happened, 1)]);
        for (const happened of withdrawn) sums.touch(happened.visitor, [touchOf(happened, -1)]);
        for (const [fromDay, length] of ranges) {
          const expected = countNaively(kept, fromDay, fromDay + length);
          expect(countByGaps(sums, fromDay, fromDay + length)).toEqual(expected);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('touches taken together count as touches taken one by one', () => {
  fc.assert(
    fc.property(happenings, (happened) => {
      const together = new Sums();
      const oneByOne = new Sums();
      for (const [visitor, group] of Map.groupBy(happened, (each) => each.visitor)) {
        together.touch(
          visitor,
          group.map((each) => touchOf(each, 1)),
        );
        for (const each of group) oneByOne.touch(visitor, [touchOf(each, 1)]);
      }
      expect(countByGaps(together, 0, 30_000)).toEqual(countByGaps(oneByOne, 0, 30_000));
    }),
  );
});

test('a visitor who is erased leaves nothing but zeros', () => {
  fc.assert(
    fc.property(happenings, (happened) => {
      const sums = new Sums();
      for (const each of happened) sums.touch(each.visitor, [touchOf(each, 1)]);
      for (const each of happened) sums.touch(each.visitor, [touchOf(each, -1)]);
      const left = [...sums.documents.values()].flatMap((each) => Object.values(each.sums));
      expect(left.filter((sum) => sum !== 0)).toEqual([]);
    }),
  );
});

test("a leaf's name holds nothing that MongoDB reads as a path, and no two places share one", () => {
  const touch = (element: string, cell: string): Touch => ({
    collection: 'elementPeople',
    id: { route: '/', element, kind: 'rage' },
    cell,
    day: 1,
    by: 1,
  });
  const names = [
    leafOf(touch('div.card > $x', '')),
    leafOf(touch('div%2ecard > $x', '')),
    leafOf(touch('div', '.card > $x')),
  ];
  expect(names.join('')).not.toMatch(/[.$]/);
  expect(new Set(names).size).toBe(3);
});

test('a touch of a collection that does not spread counts for its own cell', () => {
  const sums = new Sums();
  const touch = (cell?: string): Touch => ({
    collection: 'pagePeople',
    id: { route: '/' },
    ...(cell === undefined ? {} : { cell }),
    day: 20_000,
    by: 1,
  });
  sums.touch('ann', [touch(), touch('MOBILE'), touch('MOBILE')]);
  sums.touch('ben', [touch()]);
  const people = countPeople(sums.of('pagePeople', {}), 20_000);
  expect(people).toEqual(
    new Map([
      ['', 2],
      ['MOBILE', 1],
    ]),
  );
});
