import { amongSessions, confidenceOf, count, pathOf, type Rule, withCount } from './rule.ts';

/** Scrolling to and fro over the page: people search it for something that does not show itself. */
export const searchingScroll: Rule = {
  name: 'searching-scroll',
  source: 'Guo & Agichtein 2012 (scrolling and relevance); Pirolli & Card 1999',
  find: (facts) =>
    facts.incidents.flatMap((incident) => {
      if (incident.kind !== 'excessiveScroll') return [];
      const path = pathOf(facts, incident.page);
      return [
        {
          weight: withCount(46, incident.count),
          title: `Searching up and down ${path}`,
          detail: `${path} was scrolled to and fro ${count(incident.reversals, 'time')} over at least half a window each within ${incident.seconds} s${amongSessions(facts, incident.sessions)}: something was sought and not seen.`,
          evidence: incident.refs,
          confidence: confidenceOf(incident.count, 0.65),
          advice: {
            title: `Make ${path} easy to search by eye`,
            detail: `Give sections headings that say what is in them, add a table of contents or filters at the top, and move what is sought most to the beginning.`,
          },
          explains: [],
        },
      ];
    }),
};
