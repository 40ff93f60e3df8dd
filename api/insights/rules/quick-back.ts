import {
  amongSessions,
  confidenceOf,
  count,
  pathOf,
  placeName,
  type Rule,
  withCount,
} from './rule.ts';

/** A page left for the one before within 5 s: the link promised something else than the page gave. */
export const quickBack: Rule = {
  name: 'quick-back',
  source: 'Weinreich et al. 2008; Spool, Perfetti & Brittan 2004 (scent of information)',
  find: (facts, explained) =>
    facts.quickBacks.flatMap((back) => {
      const [from, to] = [pathOf(facts, back.from), pathOf(facts, back.to)];
      const places = [placeName('page', back.from), placeName('page', back.to)];
      if (places.every((place) => explained.has(place))) return [];
      return [
        {
          weight: withCount(48, back.count),
          title: `${to} is left at once`,
          detail: `From ${from} people opened ${to} and came back after ${back.shortestSeconds} s at the soonest, ${count(back.count, 'time')}${amongSessions(facts, back.sessions)}: not what the link promised.`,
          evidence: back.refs,
          confidence: confidenceOf(back.count),
          advice: {
            title: `Say on ${from} what ${to} holds`,
            detail: `Compare the link’s words with the top of ${to}; name the same thing in both, and show what people look for without scrolling.`,
          },
          explains: places,
        },
      ];
    }),
};
