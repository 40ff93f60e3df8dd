import type { Increment, Touch } from '../ingest/aggregate.ts';
import { computeGapChanges, type DayCounts, gapField } from './gap.ts';
import { cellsOf, documentOf, leafOf, type PeopleCell, spreadCellsOf } from './leaf.ts';
import { dayField, readDayCounts, visitorDays } from './visitor-days.ts';

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
  const after = new Map<string, DayCounts>(before);
  const own: Increment[] = [];
  const id = { visitor, route };
  const changes = new Changes(before, after);
  for (const [leaf, { touch, days }] of addUp(touches)) {
    const is = new Map(before.get(leaf));
    after.set(leaf, is);
    for (const [day, by] of days) {
      if (by === 0) continue;
      is.set(day, (is.get(day) ?? 0) + by);
      own.push({ collection: visitorDays.name, id, field: dayField(leaf, day), by });
      changes.note(leaf, touch, day);
    }
  }
  return [...own, ...changes.toIncrements(route)];
}

/** Which cells a visitor's change of touches may mean something to. */
class Changes {
  readonly #before: Leaves;
  readonly #after: Leaves;
  readonly #affected = new Map<string, AffectedCell>();
  readonly #days = new Set<number>();

  constructor(before: Leaves, after: Leaves) {
    this.#before = before;
    this.#after = after;
  }

  /** One reason more for a touch that was there is nothing to the cells. */
  note(leaf: string, touch: Touch, day: number): void {
    if (isOn(this.#before.get(leaf), day) === isOn(this.#after.get(leaf), day)) return;
    this.#days.add(day);
    for (const cell of cellsOf(leaf, touch)) affect(this.#affected, cell, leaf);
  }

  toIncrements(route: string): Increment[] {
    if (this.#affected.size === 0) return [];
    addSharedLeaves(this.#affected, this.#after);
    return [...this.#affected.values()].flatMap(({ cell, leaves }) => {
      if (!this.#isChanged(leaves)) return [];
      const document = documentOf(cell, route);
      const gaps = computeGapChanges(daysOf(this.#before, leaves), daysOf(this.#after, leaves));
      return gaps.map(({ day, gap, by }) => ({
        collection: cell.collection,
        id: { ...document, day },
        field: gapField(cell.cell, gap),
        by,
      }));
    });
  }

  /** Mostly another leaf of the cell was touched on the same day: then the cell stays as it is. */
  #isChanged(leaves: ReadonlySet<string>): boolean {
    for (const day of this.#days) {
      if (isAnyOn(this.#before, leaves, day) !== isAnyOn(this.#after, leaves, day)) return true;
    }
    return false;
  }
}

interface LeafTouches {
  readonly touch: Touch;
  /** Reasons more or less, by day. */
  readonly days: Map<number, number>;
}

/** A verdict that is revised withdraws its touches and makes most of them again: what cancels out is not looked at. */
function addUp(touches: readonly Touch[]): Map<string, LeafTouches> {
  const leaves = new Map<string, LeafTouches>();
  for (const touch of touches) {
    const leaf = leafOf(touch);
    const known = leaves.get(leaf) ?? { touch, days: new Map<number, number>() };
    leaves.set(leaf, known);
    known.days.set(touch.day, (known.days.get(touch.day) ?? 0) + touch.by);
  }
  return leaves;
}

/** A cell that new touches may count for, and all leaves that do. */
interface AffectedCell {
  readonly cell: PeopleCell;
  readonly leaves: Set<string>;
}

function affect(affected: Map<string, AffectedCell>, cell: PeopleCell, leaf: string): void {
  const known = affected.get(cell.key);
  if (known) known.leaves.add(leaf);
  else affected.set(cell.key, { cell, leaves: new Set([leaf]) });
}

/** Where touches spread, leaves touched before may share a coarse cell. */
function addSharedLeaves(affected: ReadonlyMap<string, AffectedCell>, all: Leaves): void {
  for (const leaf of all.keys()) {
    for (const { key } of spreadCellsOf(leaf)) affected.get(key)?.leaves.add(leaf);
  }
}

function isAnyOn(among: Leaves, leaves: ReadonlySet<string>, day: number): boolean {
  for (const leaf of leaves) if (isOn(among.get(leaf), day)) return true;
  return false;
}

function isOn(days: DayCounts | undefined, day: number): boolean {
  return (days?.get(day) ?? 0) > 0;
}

function daysOf(leaves: Leaves, names: Iterable<string>): Set<number> {
  const days = new Set<number>();
  for (const name of names) {
    for (const [day, count] of leaves.get(name) ?? []) if (count > 0) days.add(day);
  }
  return days;
}
