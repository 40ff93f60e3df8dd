/**
 * A touch and the one before it by the same visitor: `gap` is the days between them, 0 for the first ever.
 * The people who touched a cell on the days a..b are its touches on those days with gap 0 or gap > day − a: each
 * person is counted on the first of those days alone.
 */
export interface GapChange {
  readonly day: number;
  readonly gap: number;
  readonly by: 1 | -1;
}

/** How often, for how many reasons, one visitor touched something on each day. */
export type DayCounts = ReadonlyMap<number, number>;

/** Whether a touch is its visitor's first within a range of days that begins with `fromDay`. */
export function isFirstSince(fromDay: number, day: number, gap: number): boolean {
  return gap === 0 || gap > day - fromDay;
}

/** What a visitor's change of touched days does to the cell's counts by day and gap. */
export function computeGapChanges(
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
): GapChange[] {
  const was = gapsOf(before);
  const is = gapsOf(after);
  const changes: GapChange[] = [];
  for (const [day, gap] of was) if (is.get(day) !== gap) changes.push({ day, gap, by: -1 });
  for (const [day, gap] of is) if (was.get(day) !== gap) changes.push({ day, gap, by: 1 });
  return changes;
}

function gapsOf(days: ReadonlySet<number>): Map<number, number> {
  const ordered = [...days].sort((a, b) => a - b);
  return new Map(
    ordered.map((day, i) => {
      const previous = ordered[i - 1];
      return [day, previous === undefined ? 0 : day - previous];
    }),
  );
}

/** The sum's name under which a cell's touches of one gap are counted. */
export function gapField(cell: string, gap: number): string {
  return cell === '' ? String(gap) : `${cell}_${gap}`;
}

/** The cell and gap that a sum's name says. */
export function parseGapField(field: string): { readonly cell: string; readonly gap: number } {
  const at = field.lastIndexOf('_');
  return { cell: field.slice(0, Math.max(0, at)), gap: Number(field.slice(at + 1)) };
}
