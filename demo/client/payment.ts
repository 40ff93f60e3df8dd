import { formatPrice } from '../catalogue/price.ts';
import { frontProduct } from '../catalogue/products.ts';
import { slowPaymentMs } from '../checkout/payment-methods.ts';
import { countItems, readCart } from './stored-cart.ts';
import { computeTotal } from './total.ts';

/** The buttons that pay. The dead ones have no listener at all: that is what makes them dead. */
export function enablePayment(): void {
  const status = document.querySelector('[data-payment-status]');
  if (!status) return;
  const show = () => showSum();
  document.addEventListener('cartchange', show);
  addEventListener('pageshow', show);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-pays]')) {
    const pay = () => {
      status.textContent = `Paid ${formatPrice(sum().total)} with ${button.textContent}. This is a demo: nothing was charged.`;
    };
    const slow = button.dataset.pays === 'slow';
    button.addEventListener('click', () => (slow ? setTimeout(pay, slowPaymentMs) : pay()));
  }
}

/** The front page sells its lamp even with an empty cart. */
function sum(): { readonly items: number; readonly total: number } {
  const cart = readCart();
  const items = countItems(cart);
  return items === 0
    ? { items: 1, total: frontProduct.price }
    : { items, total: computeTotal(cart) };
}

function showSum(): void {
  const { items, total } = sum();
  const itemsCell = document.querySelector('[data-sum-items]');
  const totalCell = document.querySelector('[data-sum-total]');
  if (itemsCell) itemsCell.textContent = String(items);
  if (totalCell) totalCell.textContent = formatPrice(total);
}
