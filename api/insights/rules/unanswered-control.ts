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

const controls = new Set(['button', 'a', 'input', 'select', 'summary', 'label', 'option']);
const controlRoles =
  /^(button|link|tab|menuitem|checkbox|radio|switch|option|combobox|slider|treeitem)/;

/** Whether it is a control, and does not only look like one. */
export function isControl({ element }: ClickGroup): boolean {
  return controls.has(element.tag) || controlRoles.test(element.role);
}

/**
 * A control that does nothing when it is pressed: once is a dead click, several times in a second a rage click. Every action
 * needs feedback; without it people try again.
 */
export const unansweredControl: Rule = {
  name: 'unanswered-control',
  source:
    'Norman 2013, chapter 1 (feedback); Nielsen 1994, heuristic 1 (visibility of system status)',
  find: (facts, explained) =>
    facts.clicks.flatMap((group) => {
      const place = placeName('click', group.page, group.element.path);
      const isBad = group.dead > 0 || group.rage > 0;
      return isBad && isControl(group) && !explained.has(place)
        ? [describe(facts, group, place)]
        : [];
    }),
};

function describe(facts: Facts, group: ClickGroup, place: string): Sign {
  const { element, page, dead, rage, longestBurst } = group;
  const path = pathOf(facts, page);
  const isDisabled = /disabled/i.test(`${element.class} ${element.path}`);
  const among = amongSessions(facts, group.sessions);
  const burst = longestBurst > 2 ? `, up to ${longestBurst} times in quick succession` : '';
  const why = group.reason ? ` (${group.reason})` : '';
  const pressed = Math.max(dead, rage);
  return {
    weight: withCount(rage > 0 ? 84 : 74, pressed),
    title: isDisabled
      ? `${element.label} is disabled, and people press it`
      : `${element.label} does nothing when pressed`,
    detail:
      rage > 0
        ? `On ${path} ${element.label} was pressed in anger: ${count(rage, 'rage click')}${burst}${among}${why}.`
        : `On ${path} ${count(dead, 'press', 'presses')} on ${element.label} had no answer${among}${why}.`,
    evidence: [...(rage > 0 ? group.rageRefs : group.deadRefs)],
    confidence: confidenceOf(pressed, rage > 0 ? 0.75 : 0.7),
    advice: isDisabled
      ? {
          title: `Say why ${element.label} can’t be used yet`,
          detail: `Leave ${element.label} enabled and answer a press with what is still missing, or put the reason beside it.`,
        }
      : {
          title: `Make ${element.label} work, or take it away`,
          detail: `Press ${element.label} on ${path} and follow what its handler does; whatever the outcome, answer visibly within a second.`,
        },
    explains: [place, placeName('hover', page, element.path)],
  };
}
