import type { Product, Tone } from '../catalogue/products.ts';
import { html, type Markup } from '../page/html.ts';
import { clock, notebook } from './desk.ts';
import { kettle, speaker, stool, vase } from './home.ts';
import { lamp, pendant } from './lighting.ts';

const drawings: Readonly<Record<string, Markup>> = {
  lamp,
  pendant,
  clock,
  notebook,
  speaker,
  vase,
  kettle,
  stool,
};

/**
 * A product's picture: flat shapes only. Its colour is the `data-tone` of the picture, so that choosing another
 * one changes an attribute and no markup. Without a label it is decoration.
 */
export function renderPicture(product: Product, tone: Tone, label: string): Markup {
  const name = label ? html`role="img" aria-label="${label}"` : html`aria-hidden="true"`;
  return html`<svg class="picture" viewBox="0 0 400 400" data-tone="${tone}" ${name}>${drawings[product.id] ?? html``}</svg>`;
}
