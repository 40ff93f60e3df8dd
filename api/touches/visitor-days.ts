import { declareCounters } from '../store/counters.ts';

/**
 * What one visitor touched on one page, and on which days: the id is `{ visitor, route }`, a sum `<leaf>|<day>` counts the
 * reasons. Nobody reads it but the counting of distinct people, which it keeps exact when touches come late or are withdrawn.
 */
export const visitorDays = declareCounters({
  name: 'visitorDays',
  owned: true,
  readBy: [['visitor', 'route']],
});

export function dayField(leaf: string, day: number): string {
  return `${leaf}|${day}`;
}

/** By leaf, the days with their counts. */
export function readDayCounts(
  sums: Readonly<Record<string, number>>,
): Map<string, Map<number, number>> {
  const leaves = new Map<string, Map<number, number>>();
  for (const [field, count] of Object.entries(sums)) {
    if (count === 0) continue;
    const at = field.lastIndexOf('|');
    addToDay(leaves, field.slice(0, at), Number(field.slice(at + 1)), count);
  }
  return leaves;
}

export function addToDay(
  leaves: Map<string, Map<number, number>>,
  leaf: string,
  day: number,
  by: number,
): void {
  const days = leaves.get(leaf) ?? new Map<number, number>();
  leaves.set(leaf, days);
  days.set(day, (days.get(day) ?? 0) + by);
}
