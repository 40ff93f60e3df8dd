import { findProduct } from '../../../demo/catalogue/products.ts';
import { paymentMethods, slowPaymentMs } from '../../../demo/checkout/payment-methods.ts';
import { changes, changesLate } from '../answer.ts';
import type { Hand } from '../hand.ts';
import type { SeenElement } from '../page-view.ts';
import { follow, lookOver, mayHover, mayPress } from './choose.ts';
import { addToCart, chooseTone } from './offer.ts';
import type { Visitor, VisitPage } from './visitor.ts';

/** The front page: a lamp, its picture that looks as if it could be pressed, and twelve ways to pay, five of them dead. */
export const visitHome: VisitPage = (hand, visitor) => {
  const { chance } = visitor;
  hand.wait(chance.skewed(900, 0.5));
  hand.read(chance.skewed(5_000, 0.7));
  if (chance.happens(0.24)) {
    return follow(hand, visitor, [
      { part: 'leave', weight: 6 },
      { part: 'nav', weight: 4 },
    ]);
  }
  tryOut(hand, visitor);
  readOn(hand, visitor);
  return follow(hand, visitor, [
    { part: 'leave', weight: 4 },
    { part: 'nav', weight: 5 },
    { part: 'card', weight: 3 },
    { part: 'cart-link', weight: visitor.cart.items > 0 ? 8 : 0.4 },
  ]);
};

function tryOut(hand: Hand, visitor: Visitor): void {
  const { chance } = visitor;
  // It has no larger one: nothing answers.
  mayPress(hand, visitor, 'picture', 0.07, null, chance.happens(0.2) ? 2 : 1);
  if (chance.happens(0.35)) chooseTone(hand, visitor);
  const presses = chance.happens(0.4) ? chance.whole(2, 4) : 1;
  mayPress(hand, visitor, 'light', 0.2, changes(chance), presses);
}

function readOn(hand: Hand, visitor: Visitor): void {
  const { chance, person } = visitor;
  const { wish, doubt } = person.temper;
  if (chance.happens(0.5)) hand.scrollTo(chance.between(500, 1_300));
  lookOver(hand, visitor, 'words', 2);
  lookOver(hand, visitor, 'fact', 2);
  hand.read(chance.skewed(4_000, 0.7));
  if (chance.happens(0.04 + 0.14 * wish)) addToCart(hand, visitor, findProduct('lamp')?.price ?? 0);
  if (chance.happens(0.1 + 0.25 * wish)) pay(hand, visitor);
  else if (chance.happens(0.4 + 0.3 * doubt)) hand.scrollTo(chance.between(1_400, 2_600));
}

/** Tries one way to pay after another, until one answers or patience ends. */
function pay(hand: Hand, visitor: Visitor): void {
  const { chance, person } = visitor;
  mayHover(hand, visitor, 'total', 0.25, chance.skewed(1_400, 0.5));
  const tries = chance.whole(1, 3);
  for (let n = 0; n < tries; n++) {
    const button = chance.weighted(
      hand.view.parts('method').map((each) => ({ each, weight: popularity(each) })),
    ).each;
    if (pressMethod(hand, visitor, button)) return;
    hand.wait(chance.skewed(1_200, 0.5));
    if (person.temper.patience < 3) return;
  }
  mayPress(hand, visitor, 'small-print', 0.3, changes(chance));
}

/** @returns whether it answered */
function pressMethod(hand: Hand, visitor: Visitor, button: SeenElement): boolean {
  const { chance, person } = visitor;
  const behaviour = methodOf(button)?.behaviour;
  if (behaviour === 'works') {
    hand.press(button, changes(chance));
    return true;
  }
  if (behaviour === 'slow') {
    hand.press(button, changesLate(slowPaymentMs + chance.between(-80, 300)));
    hand.wait(slowPaymentMs);
    return true;
  }
  const { patience } = person.temper;
  hand.press(button, null, patience > 3 ? chance.whole(3, patience) : chance.whole(1, 2));
  if (patience > 4 && chance.happens(0.35)) hand.thrash();
  // The verdict of a dead click takes five seconds; some are gone by then.
  if (chance.happens(0.75)) hand.read(chance.skewed(6_500, 0.2));
  return false;
}

function methodOf({ strings }: SeenElement) {
  return paymentMethods.find(({ id }) => strings[1] === `pay-${id}`);
}

/** Everybody wants to pay by card; of the dead ones instalments is missed most. */
function popularity(button: SeenElement): number {
  const weights: Readonly<Record<string, number>> = {
    card: 9,
    instalments: 6,
    swiftly: 5,
    bank: 6,
  };
  return weights[methodOf(button)?.id ?? ''] ?? 1;
}
