import {
  amongSessions,
  confidenceOf,
  count,
  pathOf,
  placeName,
  type Rule,
  withCount,
} from './rule.ts';
import { isControl } from './unanswered-control.ts';

/** Something that is no control but is pressed like one: its looks promise what it does not do. */
export const falseAffordance: Rule = {
  name: 'false-affordance',
  source: 'Norman 2013, chapter 1 (signifiers); Tullis & Albert 2013',
  find: (facts, explained) =>
    facts.clicks.flatMap((group) => {
      const { element, page } = group;
      const place = placeName('click', page, element.path);
      const pressed = Math.max(group.dead, group.rage);
      if (pressed === 0 || isControl(group) || explained.has(place)) return [];
      return [
        {
          weight: withCount(group.rage > 0 ? 64 : 52, pressed),
          title: `${element.label} looks pressable and is not`,
          detail: `On ${pathOf(facts, page)} ${count(pressed, 'press', 'presses')} on ${element.label} had no answer: it is no control${amongSessions(facts, group.sessions)}.`,
          evidence: group.rage > 0 ? group.rageRefs : group.deadRefs,
          confidence: confidenceOf(pressed, 0.6),
          advice: {
            title: `Give ${element.label} the action people expect, or another look`,
            detail: `Find out what people hoped for (enlarge, open, go on) and do that; else take away what looks pressable: pointer cursor, underline, button shape.`,
          },
          explains: [place, placeName('hover', page, element.path)],
        },
      ];
    }),
};
