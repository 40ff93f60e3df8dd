import { planStarts } from './calendar.ts';
import { makeChance } from './chance.ts';
import type { PlannedSession } from './make-session.ts';
import { planPeople } from './people.ts';

/** What is to be made up; the same wishes give the same month, down to each click. */
export interface SeedWishes {
  readonly site: string;
  readonly sessions: number;
  readonly days: number;
  readonly seed: string;
  /** The month ends here, ms since 1970. */
  readonly until: number;
}

const dayMs = 86_400_000;
/** Whoever comes this late is gone again before the month ends, ms. */
const lastVisitMs = 15 * 60_000;
/** The cart page broke once, this share of the month before its end, and was mended after two days. */
const brokenAt = 0.3;
const brokenMs = 2 * dayMs;

/** All visits in the order of their start. */
export function planMonth(wishes: SeedWishes, timeZone: string): readonly PlannedSession[] {
  const { site, sessions, days, seed, until } = wishes;
  const from = until - days * dayMs;
  const month = { from, until: until - lastVisitMs, sessions, timeZone };
  const people = planPeople(sessions, seed);
  const brokenFrom = until - days * dayMs * brokenAt;
  return planStarts(month, makeChance(`${seed} calendar`)).flatMap((startedAt, number) => {
    const person = people[number];
    const isBroken = startedAt >= brokenFrom && startedAt < brokenFrom + brokenMs;
    return person ? { site, seed, number, startedAt, person, isBroken } : [];
  });
}
