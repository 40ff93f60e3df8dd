import { html, type Markup } from '../page/html.ts';
import type { Page } from '../page/layout.ts';

/** A form with something to fill in, to correct, to leave blank and to give up on. */
export const checkout: Page = {
  title: 'Checkout – Norrby',
  description: 'Where should it go?',
  body: html`<section class="checkout" aria-labelledby="checkout-title">
  <div data-checkout-form>
    <h1 id="checkout-title">Checkout</h1>
    <p class="lead">Where should it go?</p>
    <form name="checkout" class="form" action="/checkout/done" method="get" data-checkout novalidate>
      ${field('name', 'Full name', 'text', 'name', 'Please tell us your name.')}
      ${field('email', 'E-mail', 'email', 'email', 'Please enter an address like name@example.com.')}
      ${field('street', 'Street and number', 'text', 'street-address', 'Please enter your street.')}
      <div class="pair">
        ${field('postcode', 'Postcode', 'text', 'postal-code', 'Please enter your postcode.')}
        ${field('city', 'Town', 'text', 'address-level2', 'Please enter your town.')}
      </div>
      <p class="field"><label for="country">Country</label>
        <select id="country" name="country" autocomplete="country-name"><option>Denmark</option><option>Finland</option><option>France</option><option>Germany</option><option>Netherlands</option><option>Norway</option><option selected>Sweden</option><option>United Kingdom</option></select></p>
      <fieldset class="choices"><legend>Delivery</legend>
        <label><input type="radio" name="delivery" value="standard" checked> Standard, free, two to four days</label>
        <label><input type="radio" name="delivery" value="express"> Express, €12, tomorrow</label>
      </fieldset>
      <label class="check"><input type="checkbox" name="gift"> Wrap it as a gift</label>
      <p class="field"><label for="note">Note <span class="muted">(optional)</span></label><textarea id="note" name="note" rows="3"></textarea></p>
      <p class="status problem" role="alert" data-checkout-problem></p>
      <p><button type="submit" class="primary">Place order</button> <a href="/cart">Back to the cart</a></p>
    </form>
  </div>
  <div class="done" data-checkout-done hidden tabindex="-1">
    <h1>Thank you.</h1>
    <p class="lead">Your made-up order is on its made-up way.</p>
    <p><a class="primary" href="/products">Keep looking</a></p>
  </div>
</section>`,
};

function field(
  name: string,
  label: string,
  type: string,
  autocomplete: string,
  problem: string,
): Markup {
  return html`<p class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required aria-describedby="${name}-problem"><span class="problem" id="${name}-problem" data-problem="${problem}"></span></p>`;
}
