const MS_PER_DAY = 86_400_000;
/** Every zone's offset changes on a quarter of an hour, so one answer holds for all of it. */
const MS_PER_QUARTER = 900_000;
const keptQuarters = 10_000;

interface LocalTime {
  readonly day: number;
  readonly hour: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const quartersByZone = new Map<string, Map<number, LocalTime>>();

/**
 * The calendar day on which a moment falls in a time zone.
 *
 * @param timeZone IANA name
 * @param at ms since 1970
 * @returns days from 1970-01-01 to the local date
 */
export function dayOf(timeZone: string, at: number): number {
  return localTime(timeZone, at).day;
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
  return localTime(timeZone, at).hour;
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

function localTime(timeZone: string, at: number): LocalTime {
  const quarters = quartersByZone.get(timeZone) ?? new Map<number, LocalTime>();
  quartersByZone.set(timeZone, quarters);
  const quarter = Math.floor(at / MS_PER_QUARTER);
  const known = quarters.get(quarter);
  if (known) return known;
  const time = computeLocalTime(timeZone, quarter * MS_PER_QUARTER);
  if (quarters.size >= keptQuarters) quarters.clear();
  quarters.set(quarter, time);
  return time;
}

function computeLocalTime(timeZone: string, at: number): LocalTime {
  const parts = formatterOf(timeZone).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const midnight = Date.UTC(read('year'), read('month') - 1, read('day'));
  return { day: midnight / MS_PER_DAY, hour: read('hour') };
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
