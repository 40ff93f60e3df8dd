import { FormState, ViewKind } from '../../../schema/wire/events.ts';
import { changes, navigates } from '../answer.ts';
import type { Hand } from '../hand.ts';
import { follow, mayPress } from './choose.ts';
import { checkoutFields, fillField, tellOfFields } from './fill-field.ts';
import type { Visitor, VisitPage } from './visitor.ts';

/** The checkout form: given up at the e-mail and the street above all; sent with something missing first by one in four. */
export const visitCheckout: VisitPage = (hand, visitor) => {
  const { chance } = visitor;
  hand.wait(chance.skewed(900, 0.4));
  hand.read(chance.skewed(2_500, 0.5));
  if (chance.happens(0.12)) return null;
  tellOfFields(hand);
  for (const field of checkoutFields) {
    if (chance.happens(field.skipped)) continue;
    fillField(hand, visitor, field);
    if (chance.happens(field.givenUp)) {
      return follow(hand, visitor, [
        { part: 'leave', weight: 7 },
        { part: 'cart-link', weight: 2 },
      ]);
    }
  }
  if (chance.happens(0.25)) sendTooSoon(hand, visitor);
  placeOrder(hand, visitor);
  return { path: '/checkout/done', kind: ViewKind.push };
};

function sendTooSoon(hand: Hand, visitor: Visitor): void {
  const { chance } = visitor;
  mayPress(hand, visitor, 'order', 1, changes(chance));
  const missing = chance.pick(checkoutFields.slice(0, 5));
  tell(hand, FormState.refused, '', '', 0);
  tell(hand, FormState.blank, missing.name, missing.type, missing.order);
  hand.wait(chance.skewed(1_500, 0.4));
  fillField(hand, visitor, missing, true);
}

function placeOrder(hand: Hand, visitor: Visitor): void {
  const { cart, person, chance } = visitor;
  mayPress(hand, visitor, 'order', 1, navigates(chance));
  tell(hand, FormState.submit, '', '', 0);
  hand.view.script.event('custom', {
    t: hand.now(),
    name: 'ordered',
    properties: JSON.stringify({ items: cart.items, euros: cart.total }),
  });
  hand.view.script.event('identify', { t: hand.now(), user: person.customer });
  visitor.cart = { items: 0, total: 0 };
}

function tell(hand: Hand, state: number, field: string, fieldType: string, order: number): void {
  const t = hand.now();
  hand.view.script.event('form', { t, state, order, form: 'checkout', field, fieldType });
}

/** Thanks for the order. */
export const visitDone: VisitPage = (hand, visitor) => {
  hand.read(visitor.chance.skewed(3_000, 0.5));
  return follow(hand, visitor, [
    { part: 'leave', weight: 9 },
    { part: 'again', weight: 1 },
  ]);
};
