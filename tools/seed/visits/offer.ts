import { changes } from '../answer.ts';
import type { Hand } from '../hand.ts';
import { pickPart } from '../page-view.ts';
import type { Visitor } from './visitor.ts';

export function chooseTone(hand: Hand, { chance }: Visitor): void {
  const times = chance.whole(1, 3);
  for (let n = 0; n < times; n++) {
    const tone = pickPart(hand.view, 'tone', chance);
    if (tone) hand.press(tone, changes(chance));
    hand.wait(chance.skewed(800, 0.5));
  }
}

/** Some take more than one: a stepper pressed quickly, which is used and not raged at. */
export function addToCart(hand: Hand, visitor: Visitor, euros: number): void {
  const { chance } = visitor;
  const more = pickPart(hand.view, 'more', chance);
  const add = pickPart(hand.view, 'add', chance);
  if (!add) return;
  const extra = chance.happens(0.18) ? chance.whole(1, 4) : 0;
  if (more && extra > 0) hand.press(more, changes(chance), extra);
  hand.press(add, changes(chance));
  const items = 1 + extra;
  visitor.cart = {
    items: visitor.cart.items + items,
    total: visitor.cart.total + euros * items,
  };
  hand.view.script.event('custom', {
    t: hand.now(),
    name: 'added-to-cart',
    properties: JSON.stringify({ items, euros: euros * items }),
  });
}
