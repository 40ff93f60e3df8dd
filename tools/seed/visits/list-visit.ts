import { ViewKind } from '../../../schema/wire/events.ts';
import { changes } from '../answer.ts';
import { pickPart } from '../page-view.ts';
import { follow, lookOver, scrollAbout } from './choose.ts';
import type { VisitPage } from './visitor.ts';

/** The products, all or of one category: the filters change the address without a page load. */
export const visitList: VisitPage = (hand, visitor) => {
  const { chance, person } = visitor;
  hand.wait(chance.skewed(700, 0.5));
  lookOver(hand, visitor, 'card', 3);
  hand.read(chance.skewed(2_500, 0.6));
  const filter = pickPart(hand.view, 'filter', chance);
  if (filter && filter.to !== hand.view.path && chance.happens(0.3)) {
    hand.press(filter, changes(chance));
    return { path: filter.to, kind: ViewKind.push };
  }
  if (chance.happens(0.6)) hand.scrollTo(chance.between(300, 1_200));
  if (chance.happens(0.12 * person.temper.doubt)) scrollAbout(hand, 5);
  return follow(hand, visitor, [
    { part: 'card', weight: 8 },
    { part: 'leave', weight: 2.2 },
    { part: 'cart-link', weight: visitor.cart.items > 0 ? 3 : 0.2 },
    { part: 'nav', weight: 0.7 },
  ]);
};
