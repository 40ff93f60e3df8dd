import { type Category, categoryNames, products } from '../catalogue/products.ts';
import { html, type Markup } from '../page/html.ts';
import type { Page } from '../page/layout.ts';
import { renderCard } from './parts.ts';

const categories = Object.keys(categoryNames) as Category[];

export function isCategory(name: string): name is Category {
  return Object.hasOwn(categoryNames, name);
}

/** All products, or those of one category: the same page at an address of its own, changed with the History API. */
export function renderProducts(category: Category | null): Page {
  const shown = products.filter((product) => !category || product.category === category);
  return {
    title: category ? `${categoryNames[category]} – Norrby` : 'Products – Norrby',
    description: 'Lamps, clocks and quiet things for the desk and the home.',
    body: html`<section class="list" aria-labelledby="list-title">
  <h1 id="list-title">Products</h1>
  <p class="lead">Eight things, made slowly.</p>
  <nav class="filters" aria-label="Categories" data-filters>
    ${filterLink('/products', 'All', category === null)}
    ${categories.map((each) => filterLink(`/products/${each}`, categoryNames[each], each === category))}
  </nav>
  <p class="result" role="status" data-filter-status>${shown.length} products</p>
  <ul class="cards" data-cards>${products.map((product) => renderCard(product))}</ul>
</section>`,
  };
}

function filterLink(href: string, label: string, current: boolean): Markup {
  return html`<a href="${href}"${current ? html` aria-current="page"` : html``}>${label}</a>`;
}
