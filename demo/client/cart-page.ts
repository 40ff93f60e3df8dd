import { formatPrice } from '../catalogue/price.ts';
import { makeStepper } from './stepper.ts';
import { readCart, setQuantity } from './stored-cart.ts';
import { computeTotal } from './total.ts';

/** The rows of the cart page. */
export function enableCartPage(): void {
  const rows = document.querySelector('[data-cart-rows]');
  if (!rows) return;
  for (const row of rows.querySelectorAll<HTMLElement>('[data-row]')) {
    const id = row.dataset.row ?? '';
    const stepper = row.querySelector('[data-stepper]');
    if (stepper) makeStepper(stepper, 1, (quantity) => setQuantity(id, quantity));
    row.querySelector('[data-remove]')?.addEventListener('click', () => setQuantity(id, 0));
  }
  const show = () => showRows(rows);
  document.addEventListener('cartchange', show);
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}

function showRows(rows: Element): void {
  const cart = readCart();
  for (const row of rows.querySelectorAll<HTMLElement>('[data-row]')) {
    const quantity = cart[row.dataset.row ?? ''] ?? 0;
    row.hidden = quantity === 0;
    const output = row.querySelector('output');
    if (output) output.value = String(quantity);
    const price = row.querySelector('[data-row-price]');
    if (price) price.textContent = formatPrice(Number(row.dataset.price) * quantity);
  }
  const total = computeTotal(cart);
  document.querySelector('[data-cart-empty]')?.toggleAttribute('hidden', total > 0);
  document.querySelector('[data-cart-foot]')?.toggleAttribute('hidden', total === 0);
  const sum = document.querySelector('[data-cart-total]');
  if (sum) sum.textContent = formatPrice(total);
}
