import type { Db } from 'mongodb';
import { cacheUntilCommit } from '../people/commit-cache.ts';
import { readSequences, type SequenceScope, sequencesIn } from '../sequences/read-sequences.ts';
import { type Breakdown, VisitorCounter } from './count-visitors.ts';
import { addUpRuns, type FunnelNumbers } from './funnel-numbers.ts';
import type { FunnelOrder, FunnelStep } from './step.ts';

export interface FunnelQuestion extends SequenceScope {
  readonly steps: readonly FunnelStep[];
  readonly order: FunnelOrder;
  readonly windowMinutes: number | null;
  readonly breakdown: Breakdown | null;
}

/** A funnel over the sessions that started in the range: one pass over their sequences, whatever the number of steps. */
export function findFunnel(db: Db, question: FunnelQuestion): Promise<FunnelNumbers> {
  const { site, steps, order, windowMinutes, breakdown, ...rest } = question;
  const rules = [steps, order, windowMinutes, breakdown, site.routes];
  return cacheUntilCommit(db, JSON.stringify(['funnel', site.site, rest, rules]), async () => {
    const counter = new VisitorCounter({
      steps,
      stepCount: steps.length,
      order,
      windowMs: windowMinutes === null ? Number.POSITIVE_INFINITY : windowMinutes * 60_000,
      routes: site.routes,
      breakdown,
    });
    await readSequences(db, sequencesIn(question), 'oldestFirst', (sequence) => {
      counter.take(sequence);
      return true;
    });
    return addUpRuns(counter.runs(), steps.length, breakdown !== null);
  });
}
