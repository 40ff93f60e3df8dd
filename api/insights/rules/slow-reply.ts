import {
  amongSessions,
  confidenceOf,
  count,
  formatSeconds,
  pathOf,
  placeName,
  type Rule,
  withCount,
} from './rule.ts';

/**
 * Answers that come after a second or more: from there on people lose the feeling of acting on the thing itself, after ten
 * their attention. Presses repeated meanwhile are a symptom, not a problem of their own.
 */
export const slowReply: Rule = {
  name: 'slow-reply',
  source: 'Miller 1968; Nielsen 1993, chapter 5 (0.1, 1 and 10 s)',
  find: (facts, explained) =>
    facts.clicks.flatMap((group) => {
      const { element, page, slowestMs } = group;
      const place = placeName('click', page, element.path);
      if (slowestMs === null || group.slow < group.dead || explained.has(place)) return [];
      const repeated =
        group.rage > 0 ? ` People pressed again and again meanwhile (${group.reason}).` : '';
      return [
        {
          weight: withCount(slowestMs >= 3_000 ? 70 : 62, group.slow),
          title: `${element.label} answers late`,
          detail: `On ${pathOf(facts, page)} the page answered ${count(group.slow, 'press', 'presses')} on ${element.label} only after up to ${formatSeconds(slowestMs)}${amongSessions(facts, group.sessions)}.${repeated}`,
          evidence: [...group.slowRefs, ...group.rageRefs.slice(0, 2)],
          confidence: confidenceOf(group.slow, 0.75),
          advice: {
            title: `Answer ${element.label} at once`,
            detail: `Show within 0.1 s that the press was taken (a pressed state, a progress mark), and find what takes ${formatSeconds(slowestMs)} behind it.`,
          },
          explains: [place, placeName('hover', page, element.path)],
        },
      ];
    }),
};
