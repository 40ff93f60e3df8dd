import {
  amongSessions,
  confidenceOf,
  count,
  pathOf,
  placeName,
  type Rule,
  withCount,
} from './rule.ts';

/**
 * A press that throws an error: the page broke just when somebody wanted something of it. Error messages and what failed
 * without one are the most frequent causes of frustration that users report.
 */
export const errorAfterClick: Rule = {
  name: 'error-after-click',
  source: 'Ceaparu et al. 2004; Lazar, Jones & Shneiderman 2006',
  find: (facts) =>
    facts.errors.flatMap((error) => {
      const { after, page } = error;
      if (!after) return [];
      const group = facts.clicks.find(
        (one) =>
          one.page === page && one.element.path === after.path && one.element.label === after.label,
      );
      const isDead = (group?.dead ?? 0) > 0;
      const where = error.source ? ` (${error.source}, line ${error.line})` : '';
      return [
        {
          weight: withCount(isDead ? 90 : 76, error.count),
          title: `Pressing ${after.label} fails with an error`,
          detail: `On ${pathOf(facts, page)} a press on ${after.label} was followed by the error “${error.message}”${where}, ${count(error.count, 'time')}${amongSessions(facts, error.sessions)}.${isDead ? ' Nothing a person could notice happened instead.' : ''}`,
          evidence: [...error.clickRefs, ...error.refs],
          confidence: confidenceOf(error.count, 0.8),
          advice: {
            title: `Fix the error behind ${after.label}`,
            detail: `Reproduce the press on ${after.label}${where}, handle the failure, and tell people what they can do instead.`,
          },
          explains: [placeName('click', page, after.path), placeName('hover', page, after.path)],
        },
      ];
    }),
};
