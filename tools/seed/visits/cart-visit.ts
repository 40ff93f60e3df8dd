import { changes } from '../answer.ts';
import type { Hand } from '../hand.ts';
import { pickPart } from '../page-view.ts';
import { follow, followLink, mayPress } from './choose.ts';
import type { Visitor, VisitPage } from './visitor.ts';

/** The cart: a third of those who fill it leave here, more where its sum does not come. */
export const visitCart: VisitPage = (hand, visitor) => {
  const { chance, cart } = visitor;
  hand.wait(chance.skewed(700, 0.4));
  if (visitor.isBrokenNow) breakDown(hand, visitor);
  hand.read(chance.skewed(3_500, 0.6));
  mayPress(hand, visitor, 'row-more', 0.2, changes(chance), chance.whole(1, 4));
  mayPress(hand, visitor, 'remove', 0.12, changes(chance));
  const checkout = pickPart(hand.view, 'checkout', chance);
  const goesOn = visitor.isBrokenNow ? 0.25 : 0.62;
  if (checkout && cart.items > 0 && chance.happens(goesOn))
    return followLink(hand, visitor, checkout);
  return follow(hand, visitor, [
    { part: 'leave', weight: 6 },
    { part: 'nav', weight: 3 },
  ]);
};

/** A day on which the shop's script fails in Safari: the button to the checkout stays dead, and people hammer it. */
function breakDown(hand: Hand, { chance, person }: Visitor): void {
  hand.view.script.event('error', {
    t: hand.now(),
    press: -1,
    line: 41,
    column: 18,
    message: "undefined is not an object (evaluating 'total.format')",
    source: 'https://norrby.example/shop.js',
  });
  const checkout = pickPart(hand.view, 'checkout', chance);
  if (!checkout) return;
  hand.press(checkout, null, Math.max(1, person.temper.patience));
  hand.read(6_000);
}
