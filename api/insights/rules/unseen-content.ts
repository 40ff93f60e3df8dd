import { amongSessions, count, type Rule } from './rule.ts';

const leastScreens = 1.8;
const mostSeenPercent = 60;
const leastActiveSeconds = 5;

/**
 * Content that lies below what anybody has scrolled to. Most of the time on a page goes to its first two screens; what is
 * further down must be announced above.
 */
export const unseenContent: Rule = {
  name: 'unseen-content',
  source: 'Fessenden 2018 (scrolling and attention)',
  find: (facts) =>
    facts.pages.flatMap((page, i) => {
      const { path, documentHeightPx, viewportHeightPx, deepestScrollPercent: seen } = page;
      const isOfSubject = facts.scope === 'session' || i === 0;
      const isLong = documentHeightPx >= leastScreens * viewportHeightPx;
      const isLookedAt = page.activeSeconds / page.visits >= leastActiveSeconds;
      if (!isOfSubject || !isLong || !isLookedAt || seen > mostSeenPercent) return [];
      const evidence = [...page.deepestRefs, ...page.refs];
      if (evidence.length === 0) return [];
      const unseenPx = Math.round((documentHeightPx * (100 - seen)) / 100);
      return [
        {
          weight: 31 + ((100 - seen) / 100) * 3 + Math.min(3, Math.log2(page.sessions)),
          title: `The lower ${100 - seen} % of ${path} was never seen`,
          detail: `Nobody went below ${seen} % of ${path} in ${count(page.visits, 'visit')}${amongSessions(facts, page.sessions)}: ${count(unseenPx, 'pixel')} of content lay below.`,
          evidence,
          confidence: Math.min(0.9, 0.45 + 0.05 * page.visits),
          advice: {
            title: `Move what matters above ${seen} % of ${path}`,
            detail: `Put the most important part into the first two screens, and let the lower edge of the first one show that the page goes on.`,
          },
          explains: [],
        },
      ];
    }),
};
