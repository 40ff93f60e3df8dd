import { changes } from '../answer.ts';
import { pickPart } from '../page-view.ts';
import { follow, lookOver, scrollAbout } from './choose.ts';
import type { VisitPage } from './visitor.ts';

/** A long page: read to its end by few, and gone through in haste by those who look for returns. */
export const visitAbout: VisitPage = (hand, visitor) => {
  const { chance, person } = visitor;
  hand.wait(chance.skewed(900, 0.4));
  const chapter = pickPart(hand.view, 'chapter', chance);
  if (chapter && chance.happens(0.35)) {
    hand.press(chapter, changes(chance));
    hand.scrollTo(hand.view.height * chance.between(0.3, 0.9));
  }
  const endsAt = hand.view.height * Math.min(1, chance.skewed(0.45, 0.6));
  for (let y = hand.view.windowHeight / 2; y < endsAt; y += hand.view.windowHeight * 0.7) {
    hand.scrollTo(y);
    hand.read(chance.skewed(3_500, 0.6));
  }
  lookOver(hand, visitor, 'heading', 2);
  if (chance.happens(0.25 * person.temper.doubt)) scrollAbout(hand, 6);
  return follow(hand, visitor, [
    { part: 'leave', weight: 5 },
    { part: 'nav', weight: 4 },
    { part: 'brand', weight: 3 },
  ]);
};
