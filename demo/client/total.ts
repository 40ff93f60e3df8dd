import { findProduct } from '../catalogue/products.ts';
import type { Cart } from './stored-cart.ts';

/** What the cart costs, whole euros; products that are no longer sold count nothing. */
export function computeTotal(cart: Cart): number {
  return Object.entries(cart).reduce(
    (sum, [id, quantity]) => sum + (findProduct(id)?.price ?? 0) * quantity,
    0,
  );
}
