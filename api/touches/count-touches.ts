import type { Increment, Touch } from '../ingest/aggregate.ts';
import { computeGapChanges, type DayCounts, gapField } from './gap.ts';
import { cellKey, cellsOf, cellsOfLeaf, leafOf, type PeopleCell } from './leaf.ts';
import { addToDay, dayField, readDayCounts, visitorDays } from './visitor-days.ts';

type Leaves = ReadonlyMap<string, DayCounts>;

/**
 * What new and withdrawn touches of one visitor on one page mean for the shared counts of people, and for the visitor's own
 * document. Pure; the sum over any order of touches is the same.
 *
 * @param sums the visitor's document for the page as it is
 */
export function countTouches(
  visitor: string,
  route: string,
  sums: Readonly<Record<string, number>>,
  touches: readonly Touch[],
): Increment[] {
  const before = readDayCounts(sums);
  const after = new Map([...before].map(([leaf, days]) => [leaf, new Map(days)]));
  const own: Increment[] = [];
  const affected = new Map<string, PeopleCell>();
  for (const touch of touches) {
    const leaf = leafOf(touch);
    addToDay(after, leaf, touch.day, touch.by);
    const id = { visitor, route };
    own.push({
      collection: visitorDays.name,
      id,
      field: dayField(leaf, touch.day),
      by: touch.by,
    });
    for (const cell of cellsOf(touch)) affected.set(cellKey(cell), cell);
  }
  const leavesByCell = findLeaves(after, route, touches);
  const shared = [...affected].flatMap(([key, cell]) => {
    const leaves = leavesByCell.get(key) ?? [];
    return computeGapChanges(daysOf(before, leaves), daysOf(after, leaves)).map(
      ({ day, gap, by }): Increment => ({
        collection: cell.collection,
        id: { ...cell.id, day },
        field: gapField(cell.cell, gap),
        by,
      }),
    );
  });
  return [...own, ...shared];
}

/** Which leaves count for each cell: all of the visitor's where touches spread, since several may share a coarse cell. */
function findLeaves(
  all: Leaves,
  route: string,
  touches: readonly Touch[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, Set<string>>();
  const add = (cell: PeopleCell, leaf: string) => {
    const key = cellKey(cell);
    const leaves = pairs.get(key) ?? new Set<string>();
    pairs.set(key, leaves.add(leaf));
  };
  for (const touch of touches) for (const cell of cellsOf(touch)) add(cell, leafOf(touch));
  for (const leaf of all.keys()) for (const cell of cellsOfLeaf(leaf, route) ?? []) add(cell, leaf);
  return new Map([...pairs].map(([key, leaves]) => [key, [...leaves]]));
}

function daysOf(leaves: Leaves, names: readonly string[]): Set<number> {
  const days = new Set<number>();
  for (const name of names) {
    for (const [day, count] of leaves.get(name) ?? []) if (count > 0) days.add(day);
  }
  return days;
}
