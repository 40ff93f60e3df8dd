import { frontProduct, products } from '../catalogue/products.ts';
import { renderPaymentSection } from '../checkout/payment-section.ts';
import { html } from '../page/html.ts';
import type { Page } from '../page/layout.ts';
import { renderCard, renderFacts, renderOffer } from './parts.ts';

/** The front page alone has it all: a product, its options, Add to cart and the checkout with twelve buttons. */
export const home: Page = {
  title: 'Norrby Lamp',
  description: 'A desk lamp of spun steel and oiled ash, made to be mended.',
  body: html`${renderOffer(frontProduct, 'front')}
<section class="words" aria-label="What it is like">
  <div><h2>One dial</h2><p>From reading light to candle glow, without a step in between. It remembers where you left it.</p></div>
  <div><h2>Two materials</h2><p>Steel for the shade, ash for the base. Nothing is glued, nothing is painted over.</p></div>
  <div><h2>Ten years</h2><p>Every part can be had for ten years after the last lamp is sold. One screwdriver is enough.</p></div>
</section>
${renderFacts(frontProduct)}
${renderPaymentSection()}
<section class="more" aria-labelledby="more-title">
  <h2 id="more-title">Goes well with it</h2>
  <ul class="cards cards-row">${products.slice(1, 5).map(renderCard)}</ul>
  <p><a href="/products">All products</a></p>
</section>`,
};
