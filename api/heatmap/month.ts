const MS_PER_DAY = 86_400_000;

/** First day of the calendar month that a day lies in; days count from 1970-01-01. */
export function monthOf(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / MS_PER_DAY;
}

/** First day of the month after. */
export function nextMonth(month: number): number {
  const date = new Date(month * MS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / MS_PER_DAY;
}

/** A range of days as the whole months in it and the days beside them: `[from, to]` pairs, both included. */
export function splitByMonth(
  fromDay: number,
  toDay: number,
): { readonly months: readonly number[]; readonly beside: readonly (readonly [number, number])[] } {
  const first = monthOf(fromDay) === fromDay ? fromDay : nextMonth(monthOf(fromDay));
  const months: number[] = [];
  let end = first;
  while (nextMonth(end) - 1 <= toDay) {
    months.push(end);
    end = nextMonth(end);
  }
  if (months.length === 0) return { months, beside: [[fromDay, toDay]] };
  const sides = [
    [fromDay, first - 1],
    [end, toDay],
  ] as const;
  return { months, beside: sides.filter(([from, to]) => from <= to) };
}
