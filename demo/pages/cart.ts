import { products } from '../catalogue/products.ts';
import { html } from '../page/html.ts';
import type { Page } from '../page/layout.ts';
import { renderPicture } from '../pictures/picture.ts';
import { renderStepper } from './parts.ts';

/** Every product is there as a hidden row: the cart itself is known to the browser alone. */
export const cart: Page = {
  title: 'Cart – Norrby',
  description: 'What you have chosen.',
  body: html`<section class="cart" aria-labelledby="cart-title">
  <h1 id="cart-title">Cart</h1>
  <p class="lead" data-cart-empty>Your cart is empty. <a href="/products">Have a look around.</a></p>
  <ul class="rows" data-cart-rows>${products.map(
    (product) => html`<li class="row" data-row="${product.id}" data-price="${product.price}" hidden>
    <a class="row-picture" href="/product/${product.id}">${renderPicture(product, product.tones[0] ?? 'chalk', product.name)}</a>
    <p class="row-name"><a href="/product/${product.id}">${product.name}</a><br><span class="muted">${product.tagline}</span></p>
    ${renderStepper(`quantity-${product.id}`, 1)}
    <p class="row-price" data-row-price></p>
    <button type="button" class="quiet" data-remove="${product.id}" aria-label="Remove ${product.name}">Remove</button>
  </li>`,
  )}</ul>
  <div class="cart-foot" data-cart-foot hidden>
    <p>Total <strong data-cart-total></strong></p>
    <p><a class="primary" href="/checkout">Check out</a></p>
  </div>
</section>`,
};
