import { formatPrice } from '../catalogue/price.ts';
import { type Product, type Tone, toneNames } from '../catalogue/products.ts';
import { html, type Markup } from '../page/html.ts';
import { renderPicture } from '../pictures/picture.ts';

/** One product in a list. */
export function renderCard(product: Product): Markup {
  return html`<li class="card" data-category="${product.category}">
  <a href="/product/${product.id}">
    <span class="card-picture">${renderPicture(product, firstTone(product), '')}</span>
    <span class="card-name">${product.name}</span>
    <span class="card-tagline">${product.tagline}</span>
    <span class="card-price">${formatPrice(product.price)}</span>
  </a>
</li>`;
}

/** Picture on one side, name, options and Add to cart on the other. */
export function renderOffer(product: Product, heading: 'front' | 'page'): Markup {
  const tone = firstTone(product);
  const alt = `${product.name} in ${toneNames[tone]}`;
  return html`<section class="offer" aria-labelledby="offer-title">
  <div class="offer-picture" data-picture data-name="${product.name}">${renderPicture(product, tone, alt)}
    ${product.category === 'lighting' ? renderLightSwitch() : html``}
  </div>
  <form class="offer-form" data-add="${product.id}">
    ${heading === 'front' ? html`<p class="eyebrow">New</p>` : html``}
    <h1 id="offer-title">${product.name}</h1>
    <p class="tagline">${product.tagline}</p>
    <p class="price">${formatPrice(product.price)}</p>
    <p class="description">${product.description}</p>
    <fieldset class="tones"><legend>Colour</legend><div class="tone-row">${product.tones.map((each) => renderTone(each, each === tone))}</div></fieldset>
    <div class="buy">
      ${renderStepper('quantity', 1)}
      <button type="submit" class="primary">Add to cart</button>
    </div>
    <p class="status" role="status" data-add-status></p>
  </form>
</section>`;
}

/** A number with a button on either side: pressed quickly, it is used, not raged at. */
export function renderStepper(name: string, value: number): Markup {
  return html`<div class="stepper" data-stepper>
  <button type="button" data-step="-1" aria-label="One less">−</button>
  <output name="${name}" aria-label="Quantity">${value}</output>
  <button type="button" data-step="1" aria-label="One more">+</button>
</div>`;
}

export function renderFacts(product: Product): Markup {
  const rows = product.facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  );
  return html`<section class="facts" aria-labelledby="facts-title"><h2 id="facts-title">In figures</h2><dl>${rows}</dl></section>`;
}

function renderTone(tone: Tone, checked: boolean): Markup {
  return html`<label class="tone-choice"><input type="radio" name="tone" value="${tone}"${checked ? html` checked` : html``}><span class="swatch" data-tone="${tone}"></span>${toneNames[tone]}</label>`;
}

function renderLightSwitch(): Markup {
  return html`<button type="button" class="quiet light-switch" data-light aria-pressed="true">Light</button>`;
}

function firstTone(product: Product): Tone {
  return product.tones[0] ?? 'chalk';
}
