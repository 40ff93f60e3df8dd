import { readName } from '../../sequences/entry-name.ts';
import type { Entry } from '../../sequences/sequence.ts';
import type { CountRules } from '../count-visitors.ts';
import { makeMatcher } from '../step.ts';
import { findRunSlowly } from './find-run-slowly.ts';

/** A session with all that was done in it, in order. */
export interface ToldSession {
  readonly session: string;
  readonly visitor: string;
  readonly startedAt: number;
  readonly entries: readonly Entry[];
}

/** What `VisitorCounter` is to find, from plain lists: how far each visitor came, by name. */
export function countVisitorsSlowly(sessions: readonly ToldSession[], rules: CountRules) {
  const matchers = rules.steps.map((step) => makeMatcher(step, rules.routes));
  const kinds = new Set(rules.steps.map(({ kind }) => kind));
  const visitors = new Set(sessions.map(({ visitor }) => visitor));
  return [...visitors].flatMap((visitor) => {
    const events = sessions
      .filter((each) => each.visitor === visitor)
      .flatMap(({ session, entries }, number) =>
        entries.flatMap(({ at, name }, index) => {
          const { kind } = readName(name);
          const bits = matchers.map((matches, step) => (matches(readName(name)) ? 2 ** step : 0));
          const mask = bits.reduce((sum, bit) => sum + bit, 0);
          const isSeen = mask > 0 || (rules.order === 'STRICT' && kinds.has(kind));
          const next = entries.slice(index + 1).find((each) => each.name.startsWith('p'));
          const nextPage = next ? readName(next.name).route : null;
          return isSeen ? [{ at, mask, session: number, name: session, nextPage }] : [];
        }),
      );
    if (rules.order !== 'STRICT') events.sort((a, b) => a.at - b.at);
    const run = findRunSlowly(events, rules);
    const reached = run?.reached.map((index) => events[index]) ?? [];
    const [start, last] = [events[run?.start ?? 0], reached.at(-1)];
    if (!run || !start || !last) return [];
    return {
      ...{ startAt: start.at, reachedAt: reached.map((event) => event?.at) },
      ...{ entered: start.name, left: last.name, nextPage: last.nextPage },
    };
  });
}
