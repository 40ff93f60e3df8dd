import type { Fact } from '../fold/fact.ts';
import type { Aggregate, Increment } from '../ingest/aggregate.ts';
import { days } from './days-collection.ts';

/** Sums of a day; events count on their own, sessions on the day on which they started. */
export type DaySum =
  | 'sessions'
  | 'durationMs'
  /** Thousandths of a px, so that the sum is whole. */
  | 'distanceMilliPx'
  /** Sum of the sessions' average speeds, thousandths of a px/s. */
  | 'speedMilliPxPerSec'
  | 'views'
  | 'clicks'
  | 'rageClicks'
  | 'deadClicks'
  | 'rageBursts';

/** The site's days: what the overview's cards and charts are made of. */
export const countDays: Aggregate = {
  name: 'days',
  fromFact: (fact, view) => countFact(fact).map((field) => increment(view.dayOf(fact.t), field, 1)),
  fromSession: ({ session: { summary }, day }) => [
    increment(day, 'sessions', 1),
    increment(day, 'durationMs', Math.round(summary.sessionDurationSeconds * 1000)),
    increment(day, 'distanceMilliPx', Math.round(summary.totalDistancePx * 1000)),
    increment(day, 'speedMilliPxPerSec', Math.round(summary.avgSpeedPxPerSec * 1000)),
  ],
};

function countFact(fact: Fact): DaySum[] {
  if (fact.kind === 'view') return ['views'];
  if (fact.kind === 'burst') return fact.productive ? [] : ['rageBursts'];
  if (fact.kind !== 'click') return [];
  const counted: DaySum[] = ['clicks'];
  if (fact.isRage) counted.push('rageClicks');
  if (fact.isDead) counted.push('deadClicks');
  return counted;
}

function increment(day: number, field: DaySum, by: number): Increment {
  return { collection: days.name, id: { day }, field, by };
}
