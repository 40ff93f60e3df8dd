import type { Db } from 'mongodb';
import { cacheUntilCommit } from '../people/commit-cache.ts';
import { readSequences, sequencesIn } from '../sequences/read-sequences.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { DayRange } from '../timeline/day-range.ts';
import { type Breakdown, VisitorCounter } from './count-visitors.ts';
import { addUpRuns, type FunnelNumbers } from './funnel-numbers.ts';
import type { FunnelOrder, FunnelStep } from './step.ts';

export interface FunnelQuestion {
  readonly site: SiteDocument;
  readonly range: DayRange;
  readonly steps: readonly FunnelStep[];
  readonly order: FunnelOrder;
  readonly windowMinutes: number | null;
  readonly breakdown: Breakdown | null;
}

/** A funnel over the sessions that started in the range: one pass over their sequences, whatever the number of steps. */
export function findFunnel(db: Db, question: FunnelQuestion): Promise<FunnelNumbers> {
  const { site, range, steps, order, windowMinutes, breakdown } = question;
  const key = ['funnel', site.site, range, steps, order, windowMinutes, breakdown, site.routes];
  return cacheUntilCommit(db, JSON.stringify(key), async () => {
    const counter = new VisitorCounter({
      steps,
      stepCount: steps.length,
      order,
      windowMs: windowMinutes === null ? Number.POSITIVE_INFINITY : windowMinutes * 60_000,
      routes: site.routes,
      breakdown,
    });
    await readSequences(db, sequencesIn(site, range), 'oldestFirst', (sequence) => {
      counter.take(sequence);
      return true;
    });
    return addUpRuns(counter.runs(), steps.length, breakdown !== null);
  });
}
