import type { ClickGroup, Facts } from '../facts/facts.ts';
import {
  amongSessions,
  confidenceOf,
  count,
  pathOf,
  placeName,
  type Rule,
  type Sign,
  withCount,
} from './rule.ts';

const overlayWords =
  /\b(popover|popup|pop-up|modal|dialog|alertdialog|tooltip|overlay|banner|cookie|consent|backdrop|toast|drawer)/i;

/**
 * Something lies over a control and takes its presses: shown by presses in the control's box that hit something else, or by
 * dead presses on what calls itself a popover, dialog, banner or the like. What covers must be easy to dismiss.
 */
export const coveredControl: Rule = {
  name: 'covered-control',
  source:
    'WCAG 2.2, success criterion 1.4.13; Nielsen 1994, heuristic 3 (user control and freedom)',
  find: (facts, explained) => {
    const shown = facts.covers.map((cover): Sign => {
      const page = pathOf(facts, cover.page);
      return {
        weight: withCount(86, cover.presses),
        title: `${cover.cover.label} covers ${cover.under.label}`,
        detail: `On ${page}, ${count(cover.presses, 'press', 'presses')} aimed at ${cover.under.label} hit ${cover.cover.label}, which lay over it, and did nothing${amongSessions(facts, cover.sessions)}.`,
        evidence: [...cover.refs, ...cover.underRefs.slice(0, 2)],
        confidence: confidenceOf(cover.presses, 0.75),
        advice: {
          title: `Keep ${cover.cover.label} off ${cover.under.label}`,
          detail: `Show ${cover.cover.label} where it hides no control, or let a press outside it and the Escape key close it.`,
        },
        explains: [
          placeName('click', cover.page, cover.cover.path),
          placeName('hover', cover.page, cover.cover.path),
          placeName('click', cover.page, cover.under.path),
        ],
      };
    });
    const known = new Set([...explained, ...shown.flatMap((sign) => sign.explains)]);
    const named = facts.clicks.filter(
      (group) => isOverlay(group) && !known.has(placeName('click', group.page, group.element.path)),
    );
    return [...shown, ...named.map((group) => describeNamed(facts, group))];
  },
};

function isOverlay({ element, dead, looksInteractive }: ClickGroup): boolean {
  const words = [element.role, element.class, element.label].join(' ');
  return dead > 0 && !looksInteractive && overlayWords.test(words);
}

function describeNamed(facts: Facts, group: ClickGroup): Sign {
  const { element, page } = group;
  return {
    weight: withCount(78, group.dead),
    title: `${element.label} is in the way`,
    detail: `On ${pathOf(facts, page)} ${count(group.dead, 'press', 'presses')} hit ${element.label}, something that lies over the page, and did nothing${amongSessions(facts, group.sessions)}.`,
    evidence: group.deadRefs,
    confidence: confidenceOf(group.dead, 0.6),
    advice: {
      title: `Let a press close ${element.label}`,
      detail: `Close ${element.label} on a press outside its content and on Escape, and do not open it over what people came for.`,
    },
    explains: [placeName('click', page, element.path), placeName('hover', page, element.path)],
  };
}
