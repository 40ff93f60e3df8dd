import type { Increment, Touch } from '../ingest/aggregate.ts';
import { computeGapChanges, type DayCounts, gapField } from './gap.ts';
import { cellKey, cellKeysOfLeaf, cellsOf, leafOf, type PeopleCell } from './leaf.ts';
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
  const id = { visitor, route };
  const touched = new Map<string, Touch>();
  for (const touch of touches) {
    const leaf = leafOf(touch);
    touched.set(leaf, touch);
    addToDay(after, leaf, touch.day, touch.by);
    const field = dayField(leaf, touch.day);
    own.push({ collection: visitorDays.name, id, field, by: touch.by });
  }
  const affected = new Map<string, AffectedCell>();
  for (const [leaf, touch] of touched) {
    // One reason more for a touch that was there is nothing to the cells.
    if (isSameDays(before.get(leaf), after.get(leaf))) continue;
    for (const cell of cellsOf(touch)) addLeaf(affected, cell, leaf);
  }
  if (affected.size > 0) addSharedLeaves(affected, after);
  const shared = [...affected.values()].flatMap(({ cell, leaves }) => {
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

function isSameDays(before: DayCounts | undefined, after: DayCounts | undefined): boolean {
  for (const [day, count] of after ?? []) {
    if (count > 0 !== (before?.get(day) ?? 0) > 0) return false;
  }
  return true;
}

/** A cell that new touches count for, and all leaves that do. */
interface AffectedCell {
  readonly cell: PeopleCell;
  readonly leaves: Set<string>;
}

function addLeaf(affected: Map<string, AffectedCell>, cell: PeopleCell, leaf: string): void {
  const key = cellKey(cell);
  const known = affected.get(key) ?? { cell, leaves: new Set<string>() };
  affected.set(key, known);
  known.leaves.add(leaf);
}

/** Where touches spread, leaves touched before may share a coarse cell. */
function addSharedLeaves(affected: ReadonlyMap<string, AffectedCell>, all: Leaves): void {
  for (const leaf of all.keys()) {
    for (const key of cellKeysOfLeaf(leaf)) affected.get(key)?.leaves.add(leaf);
  }
}

function daysOf(leaves: Leaves, names: Iterable<string>): Set<number> {
  const days = new Set<number>();
  for (const name of names) {
    for (const [day, count] of leaves.get(name) ?? []) if (count > 0) days.add(day);
  }
  return days;
}
