import { type Product, products } from '../catalogue/products.ts';
import { html } from '../page/html.ts';
import type { Page } from '../page/layout.ts';
import { renderCard, renderFacts, renderOffer } from './parts.ts';

export function renderProduct(product: Product): Page {
  const others = products.filter((other) => other.id !== product.id).slice(0, 4);
  return {
    title: `${product.name} – Norrby`,
    description: product.tagline,
    body: html`<p class="crumbs"><a href="/products">Products</a></p>
${renderOffer(product, 'page')}
${renderFacts(product)}
<section class="questions" aria-labelledby="questions-title">
  <h2 id="questions-title">Questions</h2>
  <details><summary>When does it arrive?</summary><p>Orders placed before noon leave Norrby the same day and take two to four working days.</p></details>
  <details><summary>May I send it back?</summary><p>For 60 days, used or not. We pay the way back.</p></details>
  <details><summary>What if it breaks?</summary><p>Then we send the part, with a drawing that shows where it goes.</p></details>
</section>
<section class="more" aria-labelledby="more-title">
  <h2 id="more-title">More</h2>
  <ul class="cards cards-row">${others.map(renderCard)}</ul>
</section>`,
  };
}
