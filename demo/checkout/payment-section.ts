import { html, type Markup } from '../page/html.ts';
import { type PaymentBehaviour, paymentMethods, slowPaymentMs } from './payment-methods.ts';

/** The checkout section with its twelve buttons; a dead one looks like any other, as dead buttons do. */
export function renderPaymentSection(): Markup {
  return html`<section class="pay" id="checkout" aria-labelledby="pay-title">
  <h2 id="pay-title">Checkout</h2>
  <p class="lead">Twelve ways to pay. Pick the one you like.</p>
  <dl class="sum">
    <div><dt>Items</dt><dd data-sum-items>1</dd></div>
    <div><dt>Delivery</dt><dd>Free</dd></div>
    <div class="sum-total"><dt>Total</dt><dd data-sum-total>€149</dd></div>
  </dl>
  <div class="methods">${paymentMethods.map(renderButton)}</div>
  <p class="status" role="status" data-payment-status></p>
  <details class="small-print">
    <summary>About these buttons</summary>
    <p>This is a demo: no button charges anything. Deliberately doing nothing: ${names('dead')}. Deliberately slow (${slowPaymentMs / 1000} seconds): ${names('slow')}. All others answer at once. Press a dead one a few times in a row, then look at the dashboard.</p>
  </details>
</section>`;
}

function renderButton({ id, name, behaviour }: (typeof paymentMethods)[number]): Markup {
  const pays = behaviour === 'dead' ? html`` : html` data-pays="${behaviour}"`;
  return html`<button type="button" class="method" id="pay-${id}"${pays}>${name}</button>`;
}

function names(behaviour: PaymentBehaviour): string {
  return paymentMethods
    .filter((method) => method.behaviour === behaviour)
    .map((method) => method.name)
    .join(', ');
}
