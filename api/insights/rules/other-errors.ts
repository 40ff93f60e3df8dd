import { amongSessions, confidenceOf, count, pathOf, type Rule, withCount } from './rule.ts';

/** Errors that no press led to. */
export const otherErrors: Rule = {
  name: 'other-errors',
  source: 'Ceaparu et al. 2004',
  find: (facts) =>
    facts.errors.flatMap((error) => {
      if (error.after) return [];
      const path = pathOf(facts, error.page);
      const where = error.source ? ` (${error.source}, line ${error.line})` : '';
      return [
        {
          weight: withCount(34, error.count),
          title: `An error on ${path}`,
          detail: `The script failed with “${error.message}”${where}, ${count(error.count, 'time')}${amongSessions(facts, error.sessions)}.`,
          evidence: error.refs,
          confidence: confidenceOf(error.count, 0.5),
          advice: {
            title: `Look into the error on ${path}`,
            detail: `Find out what is missing on the page after “${error.message}”${where}.`,
          },
          explains: [],
        },
      ];
    }),
};
