import { readFile } from 'node:fs/promises';

/** Where something stands on a page, page px. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Something on a page of the demo shop that people point at. */
export interface ShopElement {
  /** What it is to a visitor: `card`, `add`, `method`, …; several of a page may be the same. */
  readonly part: string;
  /** Where it leads: the path of another page, or empty. */
  readonly to: string;
  /** As the tracker tells of it, in the order of `elementStrings`. */
  readonly strings: readonly string[];
  /** For each of the layout's widths; null where it does not show. */
  readonly boxes: readonly (Box | null)[];
}

export interface ShopPage {
  readonly path: string;
  /** Of the document, px, for each of the widths. */
  readonly heights: readonly number[];
  /** For each of the widths, packed as in a `wireframe` event; of one product only: they are all alike. */
  readonly shapes?: readonly string[];
  readonly elements: readonly ShopElement[];
}

/** The demo shop as it was measured in a browser (`npm run seed:layout`). */
export interface ShopLayout {
  /** Of the window, px. */
  readonly widths: readonly number[];
  readonly pages: readonly ShopPage[];
}

export const layoutFile = new URL('shop-layout.json', import.meta.url);

export async function readShopLayout(): Promise<ShopLayout> {
  return JSON.parse(await readFile(layoutFile, 'utf8'));
}

/** One element a line: a change of the shop shows as the lines that it changed. */
export function writeShopLayout({ widths, pages }: ShopLayout): string {
  const lines = pages.map(({ elements, ...page }) => {
    const rows = elements.map((element) => `    ${JSON.stringify(element)}`).join(',\n');
    return `  ${JSON.stringify(page).slice(0, -1)},"elements":[\n${rows}\n  ]}`;
  });
  return `{"widths":${JSON.stringify(widths)},"pages":[\n${lines.join(',\n')}\n]}\n`;
}
