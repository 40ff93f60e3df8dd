import { countItems, readCart } from './stored-cart.ts';

/** The number beside "Cart" in the header. */
export function showCartCount(): void {
  const badge = document.querySelector('[data-cart-count]');
  const show = () => {
    if (badge) badge.textContent = String(countItems(readCart()));
  };
  document.addEventListener('cartchange', show);
  // Another tab changed it.
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}
