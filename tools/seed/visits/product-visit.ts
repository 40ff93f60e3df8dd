import { findProduct } from '../../../demo/catalogue/products.ts';
import { ViewKind } from '../../../schema/wire/events.ts';
import { changes } from '../answer.ts';
import type { Hand } from '../hand.ts';
import { follow, lookOver, mayHover, mayPress } from './choose.ts';
import { addToCart, chooseTone } from './offer.ts';
import type { Visitor, VisitPage } from './visitor.ts';

/** A product: some are back at the list within seconds, some read every answer, some buy. */
export const visitProduct: VisitPage = (hand, visitor) => {
  const { chance, person } = visitor;
  hand.wait(chance.skewed(700, 0.4));
  if (chance.happens(0.1)) return { path: '/products', kind: ViewKind.backForward };
  hand.read(chance.skewed(6_000, 0.7));
  mayPress(hand, visitor, 'picture', 0.06, null, chance.happens(0.15) ? 3 : 1);
  if (chance.happens(0.4)) chooseTone(hand, visitor);
  weighUp(hand, visitor);
  const euros = findProduct(hand.view.path.split('/')[2] ?? '')?.price ?? 0;
  if (chance.happens(0.05 + 0.25 * person.temper.wish)) addToCart(hand, visitor, euros);
  return follow(hand, visitor, [
    { part: 'leave', weight: 3 },
    { part: 'card', weight: 3 },
    { part: 'nav', weight: 2 },
    { part: 'cart-link', weight: visitor.cart.items > 0 ? 9 : 0.3 },
  ]);
};

/** What decides: who doubts looks for delivery and returns, and again at the price. */
function weighUp(hand: Hand, visitor: Visitor): void {
  const { chance, person } = visitor;
  const { doubt } = person.temper;
  if (chance.happens(0.45)) {
    hand.scrollTo(chance.between(500, 1_100));
    lookOver(hand, visitor, 'fact', 2);
  }
  const questions = chance.happens(0.15 + 0.6 * doubt) ? chance.whole(1, 3) : 0;
  for (let n = 0; n < questions; n++) {
    mayPress(hand, visitor, 'question', 1, changes(chance));
    hand.read(chance.skewed(3_000, 0.5));
  }
  mayHover(hand, visitor, 'price', 0.3, chance.skewed(900 + 2_500 * doubt, 0.5));
}
