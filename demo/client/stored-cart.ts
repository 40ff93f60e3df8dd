/** How many of each product, by product id. */
export type Cart = Readonly<Record<string, number>>;

const key = 'norrby-cart';
const most = 20;

/** What is in the cart; a browser that refuses storage has an empty one. */
export function readCart(): Cart {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Cart) : {};
  } catch {
    return {};
  }
}

/** Puts `quantity` of a product into the cart (0 takes it out), and tells the page. */
export function setQuantity(id: string, quantity: number): void {
  const { [id]: _before, ...others } = readCart();
  const next = quantity > 0 ? { ...others, [id]: Math.min(quantity, most) } : others;
  write(next);
}

export function emptyCart(): void {
  write({});
}

export function countItems(cart: Cart): number {
  return Object.values(cart).reduce((sum, quantity) => sum + quantity, 0);
}

function write(cart: Cart): void {
  try {
    localStorage.setItem(key, JSON.stringify(cart));
  } catch {
    // Storage is off: the page still answers, the cart is gone with it.
  }
  document.dispatchEvent(new Event('cartchange'));
}
