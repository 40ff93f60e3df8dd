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

const leastTotalMs = 4_000;
const leastHovers = 3;
const leastLongMs = 3_000;

/** Long or repeated hovers over a thing that is never pressed: interest that its words or its looks do not turn into a press. */
export const undecidedHover: Rule = {
  name: 'undecided-hover',
  source: 'Huang, White & Dumais 2011; Mueller & Lockerd 2001; Arroyo, Selker & Wei 2006',
  find: (facts, explained) =>
    facts.hovers.flatMap((group) => {
      const { element, page, hovers, totalMs } = group;
      const isLong =
        totalMs >= leastTotalMs && (hovers >= leastHovers || group.longestMs > leastLongMs);
      const place = placeName('hover', page, element.path);
      if (!isLong || group.clicks > 0 || explained.has(place)) return [];
      return [
        {
          weight: withCount(38, totalMs / leastTotalMs),
          title: `${element.label} is considered and never pressed`,
          detail: `On ${pathOf(facts, page)} the pointer rested on ${element.label} ${count(hovers, 'time')}, ${formatSeconds(totalMs)} in all, without a press${amongSessions(facts, group.sessions)}.`,
          evidence: group.refs,
          confidence: confidenceOf(hovers, 0.5),
          advice: {
            title: `Say what ${element.label} leads to`,
            detail: `Test clearer words for ${element.label}, show on hover or focus what is behind it, and check that it looks like something to press.`,
          },
          explains: [place],
        },
      ];
    }),
};
