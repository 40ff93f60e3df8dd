import type { Chance } from '../chance.ts';
import type { Hand } from '../hand.ts';
import type { Person } from '../people.ts';

/** A person in the middle of a visit. */
export interface Visitor {
  readonly person: Person;
  readonly chance: Chance;
  /** What is in the cart, pieces and whole euros. */
  cart: { readonly items: number; readonly total: number };
  /** Days on which the shop's cart page is broken in Safari. */
  readonly isBrokenNow: boolean;
}

/** Where they go next; null: away. */
export type Next = { readonly path: string; readonly kind: number } | null;

/** What somebody does on a kind of page. */
export type VisitPage = (hand: Hand, visitor: Visitor) => Next;
