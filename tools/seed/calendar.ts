import type { Chance } from './chance.ts';

const hourMs = 3_600_000;
/** How busy each hour of a day is, from midnight on: a dip at night, a little peak at lunch, the large one in the evening. */
const byHour = [
  ...[0.25, 0.16, 0.1, 0.08, 0.08, 0.14, 0.3, 0.55, 0.8, 0.95, 1.05, 1.15],
  ...[1.3, 1.2, 1.05, 1, 1.05, 1.15, 1.35, 1.6, 1.8, 1.7, 1.2, 0.6],
];
/** How busy each day of a week is, from Sunday on. */
const byWeekday = [1.3, 0.95, 0.9, 0.95, 1, 0.9, 1.15];
/** The last days are this much busier than the first ones. */
const growth = 0.35;
/** No day is as its calendar says. */
const dayNoise = 0.12;

export interface Month {
  /** ms since 1970; whole hours are planned between them. */
  readonly from: number;
  readonly until: number;
  readonly sessions: number;
  readonly timeZone: string;
}

interface Hour {
  readonly start: number;
  readonly lengthMs: number;
  readonly weight: number;
}

/** When each visit starts, ms since 1970, in order. */
export function planStarts(
  { from, until, sessions, timeZone }: Month,
  chance: Chance,
): readonly number[] {
  const readClock = makeClock(timeZone);
  const noise = new Map<number, number>();
  const hours: Hour[] = [];
  for (let start = from; start < until; start += hourMs) {
    const { weekday, hour } = readClock(start);
    const day = Math.floor((start - from) / (24 * hourMs));
    const mood = noise.get(day) ?? Math.max(0.4, chance.normal(1, dayNoise));
    noise.set(day, mood);
    const trend = 1 + growth * ((start - from) / (until - from));
    const weight = (byHour[hour] ?? 1) * (byWeekday[weekday] ?? 1) * mood * trend;
    hours.push({ start, lengthMs: Math.min(hourMs, until - start), weight });
  }
  const starts = Array.from({ length: sessions }, () => {
    const { start, lengthMs } = chance.weighted(hours);
    return Math.floor(chance.between(start, start + lengthMs));
  });
  return starts.sort((a, b) => a - b);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function makeClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  return (at: number) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    return { weekday: weekdays.indexOf(parts.weekday ?? ''), hour: Number(parts.hour) };
  };
}
