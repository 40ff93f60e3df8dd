import type { Facts } from '../facts/facts.ts';
import {
  amongSessions,
  confidenceOf,
  count,
  pathOf,
  placeName,
  type Rule,
  withCount,
} from './rule.ts';

/** To and fro between the same pages: what is sought is on neither, or has to be compared by memory. */
export const pageLoop: Rule = {
  name: 'page-loop',
  source: 'Pirolli & Card 1999 (information foraging); Smith 1996 (lostness)',
  find: (facts) =>
    facts.loops.map((loop) => {
      const names = listPaths(facts, loop.pages);
      return {
        weight: withCount(56, loop.rounds),
        title: `Going round between ${names}`,
        detail: `The same ${count(loop.pages.length, 'page')} (${names}) came again in the same order, ${count(loop.rounds, 'round')}${amongSessions(facts, loop.sessions)}: what was sought is on none of them, or has to be compared.`,
        evidence: loop.refs,
        confidence: confidenceOf(loop.rounds - 1, 0.65),
        advice: {
          title: `Bring together what ${names} keep apart`,
          detail: `Show on each page what people go to the other for (price, availability, delivery), or let them compare side by side.`,
        },
        explains: loop.pages.map((page) => placeName('page', page)),
      };
    }),
};

function listPaths(facts: Facts, pages: readonly string[]): string {
  const paths = pages.map((page) => pathOf(facts, page));
  return new Intl.ListFormat('en').format(paths);
}
