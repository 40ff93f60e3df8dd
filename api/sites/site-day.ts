const MS_PER_DAY = 86_400_000;
/** Every zone's offset changes on a quarter of an hour, so one answer holds for all of it. */
const MS_PER_QUARTER = 900_000;
const keptQuarters = 10_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const dayByQuarter = new Map<string, number>();

/**
 * The calendar day on which a moment falls in a time zone.
 *
 * @param timeZone IANA name
 * @param at ms since 1970
 * @returns days from 1970-01-01 to the local date
 */
export function dayOf(timeZone: string, at: number): number {
  const quarter = Math.floor(at / MS_PER_QUARTER);
  const key = `${timeZone}/${quarter}`;
  const known = dayByQuarter.get(key);
  if (known !== undefined) return known;
  const day = computeDay(timeZone, quarter * MS_PER_QUARTER);
  if (dayByQuarter.size >= keptQuarters) dayByQuarter.clear();
  dayByQuarter.set(key, day);
  return day;
}

/**
 * When a day begins in a time zone, in ms since 1970: the first moment that `dayOf` counts to it. (Midnight, except where
 * a change of clocks skips it.)
 */
export function startOfDay(timeZone: string, day: number): number {
  // No zone is further than 14 hours from UTC.
  let before = day * MS_PER_DAY - 15 * 3_600_000;
  let within = day * MS_PER_DAY + 15 * 3_600_000;
  while (within - before > MS_PER_QUARTER) {
    const middle = Math.floor((before + within) / 2 / MS_PER_QUARTER) * MS_PER_QUARTER;
    if (dayOf(timeZone, middle) < day) before = middle;
    else within = middle;
  }
  return within;
}

/** The local hour of a moment, 0..23. */
export function hourOf(timeZone: string, at: number): number {
  return Number(partsOf(timeZone, at)['hour']);
}

/** Whether `Intl` knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

function computeDay(timeZone: string, at: number): number {
  const { year, month, day } = partsOf(timeZone, at);
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}

function partsOf(timeZone: string, at: number): Record<string, string> {
  const parts = formatterOf(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** Making a formatter takes a hundred times as long as using one. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
