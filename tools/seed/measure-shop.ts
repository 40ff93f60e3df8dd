import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { products } from '../../demo/catalogue/products.ts';
import { repoPath } from '../data-dir.ts';
import type { Box, ShopElement, ShopLayout, ShopPage } from './shop-layout.ts';

/** The windows of the people who are made up, px. */
export const shopWidths = [1920, 1440, 1280, 820, 390] as const;

const paths = [
  '/',
  ...['', '/lighting', '/desk', '/home'].map((category) => `/products${category}`),
  ...products.map(({ id }) => `/product/${id}`),
  ...['/cart', '/checkout', '/checkout/done', '/about'],
] as const;

/** Pages that look like another one need no shape of their own. */
const withShape: ReadonlySet<string> = new Set([
  ...['/', '/products', `/product/${products[0].id}`],
  ...['/cart', '/checkout', '/checkout/done', '/about'],
]);

/** What is in the cart while it is measured. */
const cart = { lamp: 1, vase: 2 };

interface Found extends Omit<ShopElement, 'boxes'> {
  readonly box: Box | null;
}

/** Measures where everything stands in the demo shop. @param shopUrl its origin */
export async function measureShop(
  browser: Browser,
  shopUrl: string,
  widths: readonly number[] = shopWidths,
): Promise<ShopLayout> {
  const script = await bundleParts();
  const pages: ShopPage[] = [];
  const context = await browser.newContext();
  await context.addInitScript(
    (content) => localStorage.setItem('norrby-cart', content),
    JSON.stringify(cart),
  );
  const page = await context.newPage();
  for (const path of paths) {
    const heights: number[] = [];
    const shapes: string[] = [];
    let elements: ShopElement[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(shopUrl + path);
      await page.addScriptTag({ content: script });
      const { found, height, shape } = await readParts(page);
      heights.push(height);
      shapes.push(shape);
      elements = found.map(({ box, ...element }, at) => ({
        ...element,
        boxes: [...(elements[at]?.boxes ?? []), box],
      }));
    }
    const known = withShape.has(path) ? { shapes } : {};
    pages.push({ path, heights, ...known, elements: elements.filter(isEverSeen) });
  }
  await context.close();
  return { widths: [...widths], pages };
}

function isEverSeen({ boxes }: ShopElement): boolean {
  return boxes.some((box) => box !== null);
}

interface Parts {
  readonly findParts: () => Found[];
  readonly drawShape: () => string;
}

function readParts(page: Page) {
  return page.evaluate(() => {
    const { findParts, drawShape } = Reflect.get(window, 'seedParts') as Parts;
    const height = document.documentElement.scrollHeight;
    return { found: findParts(), shape: drawShape(), height };
  });
}

/** The tracker's own way of describing elements, to run in the page. */
async function bundleParts(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [repoPath('tools/seed/page-parts.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'seedParts',
  });
  return outputFiles[0]?.text ?? '';
}
