import type { Facts, PageFact } from '../facts/facts.ts';
import { amongSessions, count, placeName, type Rule, type Sign } from './rule.ts';

/**
 * What there is to say of any session: the way through the pages, where the time went, what was pressed, how far was read, how
 * the pointer moved. No problems; they fill up what problems leave room for.
 */
export const observations: Rule = {
  name: 'observations',
  source: 'Weinreich et al. 2008; Mueller & Lockerd 2001',
  find: (facts, explained) =>
    [way, time, presses, depth, pointer].flatMap((observe) => observe(facts, explained) ?? []),
};

const calm = { confidence: 0.9, explains: [] } as const;

function way(facts: Facts): Sign | null {
  const [first] = facts.pages;
  const evidence = facts.pages.flatMap(({ refs }) => refs.slice(0, 2)).slice(0, 6);
  if (!first || evidence.length === 0) return null;
  const pages = facts.pages.length + facts.leftOut.pages;
  const paths = facts.pages.slice(0, 5).map(({ path }) => path);
  const more = pages > paths.length ? ` and ${pages - paths.length} more` : '';
  return {
    ...calm,
    weight: 20,
    title:
      pages === 1
        ? `Everything happened on ${first.path}`
        : `${count(facts.totals.pageViews, 'page view')} on ${count(pages, 'page')}`,
    detail:
      pages === 1
        ? `${first.path} was opened ${count(first.visits, 'time')}${amongSessions(facts, first.sessions)}, and no other page.`
        : `The way led over ${paths.join(', ')}${more}${amongSessions(facts, first.sessions)}.`,
    evidence,
    advice: {
      title: `See where others go from ${first.path}`,
      detail: `Compare with the most travelled paths from ${first.path}, and look at where they part.`,
    },
  };
}

function longest(facts: Facts): PageFact | undefined {
  return facts.pages.toSorted((a, b) => b.activeSeconds - a.activeSeconds)[0];
}

function time(facts: Facts): Sign | null {
  const page = longest(facts);
  if (!page || page.refs.length === 0) return null;
  const share =
    facts.activeSeconds > 0 ? Math.round((100 * page.activeSeconds) / facts.activeSeconds) : 0;
  const ofAll = facts.scope === 'session' && share <= 100 ? `, ${share} % of all active time` : '';
  return {
    ...calm,
    weight: 16,
    title: `Most time went to ${page.path}`,
    detail: `${page.path} was looked at for ${page.activeSeconds} s in ${count(page.visits, 'visit')}${ofAll}, with ${count(page.hesitations, 'hesitation')} of the pointer.`,
    evidence: page.refs,
    advice: {
      title: `Check what holds people on ${page.path}`,
      detail: `Look at its ATTENTION heatmap: is the time spent on what the page is for, or on finding it?`,
    },
  };
}

/** Of what no rule has explained: to praise the place of a button that does nothing would help nobody. */
function presses(facts: Facts, explained: ReadonlySet<string>): Sign | null {
  const group = facts.clicks
    .filter(({ page, element }) => !explained.has(placeName('click', page, element.path)))
    .toSorted((a, b) => b.clicks - a.clicks)[0];
  if (!group) return null;
  return {
    ...calm,
    weight: 14,
    title: `Most presses were on ${group.element.label}`,
    detail: `${group.element.label} had ${count(group.clicks, 'press', 'presses')} of ${count(facts.totals.clicks, 'press', 'presses')} in all${amongSessions(facts, group.sessions)}.`,
    evidence: group.refs,
    advice: {
      title: `Put ${group.element.label} where it is needed`,
      detail: `It is used most: check on the CLICKS heatmap that it is easy to hit at every width, and answers at once.`,
    },
  };
}

function depth(facts: Facts): Sign | null {
  const page = longest(facts);
  const evidence = page ? [...page.deepestRefs, ...page.refs] : [];
  if (!page || evidence.length === 0) return null;
  return {
    ...calm,
    weight: 12,
    title: `${page.path} was read to ${page.deepestScrollPercent} %`,
    detail: `The lowest edge seen was at ${page.deepestScrollPercent} % of ${count(page.documentHeightPx, 'pixel')}; ${count(page.visitsReaching[3], 'visit')} of ${page.visits} came to the end, and scrolling turned round ${count(facts.totals.scrollReversals, 'time')}.`,
    evidence,
    advice: {
      title: `Order ${page.path} by what is read`,
      detail: `Look at its SCROLL heatmap, and put what people must not miss above the depth that most of them reach.`,
    },
  };
}

function pointer(facts: Facts): Sign | null {
  const { movement } = facts;
  const page = facts.pages.toSorted((a, b) => b.hesitations - a.hesitations)[0];
  if (!page || page.refs.length === 0) return null;
  const moved =
    movement.samples > 0
      ? `The pointer went ${count(movement.distancePx, 'pixel')} at ${count(movement.averageSpeedPxPerSecond, 'pixel')} a second${movement.pattern ? `, mostly ${movement.pattern}` : ''}, and paused ${count(movement.hesitations, 'time')}`
      : 'No pointer moved: it was used by touch or keyboard';
  return {
    ...calm,
    weight: 10,
    title: movement.samples > 0 ? 'How the pointer moved' : 'Used without a pointer',
    detail: `${moved}; most of the pauses were on ${page.path}.`,
    evidence: page.refs,
    advice: {
      title: `Follow the pauses on ${page.path}`,
      detail: `Replay them: a pause before a choice asks for clearer words, a pause after a press for an answer.`,
    },
  };
}
