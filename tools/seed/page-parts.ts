import { describeElement } from '../../tracker/element.ts';
import { drawWireframe } from '../../tracker/extra/wireframe-text.ts';

/** Runs in the shop's page: which elements people point at, and what those are to them. */
const parts: Readonly<Record<string, string>> = {
  brand: 'a.brand',
  nav: '.bar nav a',
  'cart-link': 'a.cart-link',
  picture: '.offer-picture > svg',
  light: '[data-light]',
  price: '.offer-form .price',
  description: '.offer-form .description',
  tone: '.tone-choice',
  less: '.buy [data-step="-1"]',
  more: '.buy [data-step="1"]',
  add: '[data-add] button[type=submit]',
  words: '.words > div > p',
  fact: '.facts dl > div',
  total: '.sum-total',
  method: '.method',
  'small-print': '.small-print summary',
  filter: '.filters a',
  card: '.card > a',
  question: '.questions summary',
  'row-more': '.row [data-step="1"]',
  remove: '.row [data-remove]',
  checkout: '.cart-foot a.primary',
  field:
    '[data-checkout] input:not([type=radio],[type=checkbox]), [data-checkout] select, [data-checkout] textarea',
  choice: '[data-checkout] .choices label, [data-checkout] .check',
  order: '[data-checkout] button[type=submit]',
  again: '.done a.primary',
  chapter: '.contents a',
  heading: '.about h2',
  paragraph: '.about section p',
  foot: '.foot a',
};

interface Found {
  readonly part: string;
  readonly to: string;
  readonly strings: readonly string[];
  readonly box: readonly [number, number, number, number] | null;
}

/** Every element of every part, seen or not: at another width it may be. */
export function findParts(): Found[] {
  return Object.entries(parts).flatMap(([part, selector]) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      part,
      to: element instanceof HTMLAnchorElement ? element.pathname + element.hash : '',
      strings: describeElement(element),
      box: findBox(element),
    })),
  );
}

/** The page's shape, as the tracker tells it. */
export function drawShape(): string {
  const drawing = drawWireframe({ page: window, describe: describeElement });
  for (;;) {
    const { done, value } = drawing.next();
    if (done) return value;
  }
}

function findBox(element: Element): Found['box'] {
  const { x, y, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  return [x + scrollX, y + scrollY, width, height].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
}
