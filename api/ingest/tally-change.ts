import { dropSameHovers } from '../hovers/changed-hovers.ts';
import { dayOf, hourOf } from '../sites/site-day.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import { TouchTally } from '../touches/apply-touches.ts';
import type { Aggregate, SessionContext } from './aggregate.ts';
import type { PlacedFact, SessionChange } from './fold-session.ts';
import { Tally } from './tally.ts';

/** What a commit adds up before it writes. */
export interface Tallies {
  readonly sums: Tally;
  readonly touches: TouchTally;
}

export function makeTallies(): Tallies {
  return { sums: new Tally(), touches: new TouchTally() };
}

/** What of a session's change counts. */
export type Counted = Pick<SessionChange, 'before' | 'after' | 'facts'>;

/** A projection that throws: a batch in this session can't be taken in. */
export class ProjectionError extends Error {
  readonly site: string;
  readonly session: string;

  constructor(of: { readonly site: string; readonly session: string }, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ProjectionError';
    this.site = of.site;
    this.session = of.session;
  }
}

/**
 * Adds what a change means for every aggregate.
 *
 * @param generations of counters: those that the session is part of, unless told
 */
export function tallyChange(
  tallies: Tallies,
  aggregates: readonly Aggregate[],
  site: SiteDocument,
  change: Counted,
  generations: readonly number[] = generationsOf(site, change),
): void {
  const { before, after } = dropSameHovers(change);
  for (const generation of generations) {
    tallyFacts(tallies, aggregates, generation, change.facts);
    tallySession(tallies, aggregates, site, generation, before, -1);
    tallySession(tallies, aggregates, site, generation, after, 1);
  }
}

/** While counters are rebuilt, a session counts in the new generation once it has been rebuilt itself, or began since. */
function generationsOf(site: SiteDocument, { before, after }: Counted): number[] {
  const joined = (before ?? after)?.generation;
  return joined === undefined ? [] : site.generations.filter((each) => each <= joined);
}

function tallyFacts(
  { sums, touches }: Tallies,
  aggregates: readonly Aggregate[],
  generation: number,
  facts: readonly PlacedFact[],
): void {
  for (const { sign, fact, view } of facts) {
    for (const { fromFact, touchesFromFact } of aggregates) {
      for (const each of fromFact?.(fact, view) ?? []) sums.add(view.site, generation, each, sign);
      for (const each of touchesFromFact?.(fact, view) ?? []) {
        touches.add(view.site, generation, view.visitor, each, sign);
      }
    }
  }
}

function tallySession(
  { sums, touches }: Tallies,
  aggregates: readonly Aggregate[],
  site: SiteDocument,
  generation: number,
  session: SessionDocument | null,
  sign: 1 | -1,
): void {
  if (!session) return;
  const context = makeSessionContext(session, site.timeZone);
  for (const { fromSession, touchesFromSession } of aggregates) {
    for (const each of fromSession?.(context) ?? []) sums.add(site.site, generation, each, sign);
    for (const each of touchesFromSession?.(context) ?? []) {
      touches.add(site.site, generation, session.visitor, each, sign);
    }
  }
}

export function makeSessionContext(session: SessionDocument, timeZone: string): SessionContext {
  const start = session.startedAt.getTime();
  return { session, day: dayOf(timeZone, start), hour: hourOf(timeZone, start) };
}
