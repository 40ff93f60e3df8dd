import { amongSessions, confidenceOf, count, pathOf, type Rule, withCount } from './rule.ts';

/** The pointer thrown to and fro: longer, faster ways with many turns go along with negative emotion, waiting most of all. */
export const thrownPointer: Rule = {
  name: 'thrown-pointer',
  source: 'Hibbeln et al. 2017; Grimes, Jenkins & Valacich 2013',
  find: (facts) =>
    facts.incidents.flatMap((incident) => {
      if (incident.kind !== 'thrash') return [];
      const path = pathOf(facts, incident.page);
      return [
        {
          weight: withCount(43, incident.count),
          title: `Impatience on ${path}`,
          detail: `The pointer was thrown to and fro ${count(incident.reversals, 'time')} within ${incident.seconds} s on ${path}${amongSessions(facts, incident.sessions)}: a sign of impatience or being stuck.`,
          evidence: incident.refs,
          confidence: confidenceOf(incident.count, 0.55),
          advice: {
            title: `See what people wait for on ${path}`,
            detail: `Replay these moments: show progress where something loads, and a next step where there is none.`,
          },
          explains: [],
        },
      ];
    }),
};
