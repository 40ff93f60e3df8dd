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
    let elements: ShopElement[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(shopUrl + path);
      await page.addScriptTag({ content: script });
      const { found, height } = await readParts(page);
      heights.push(height);
      elements = found.map(({ box, ...element }, at) => ({
        ...element,
        boxes: [...(elements[at]?.boxes ?? []), box],
      }));
    }
    pages.push({ path, heights, elements: elements.filter(isEverSeen) });
  }
  await context.close();
  return { widths: [...widths], pages };
}

function isEverSeen({ boxes }: ShopElement): boolean {
  return boxes.some((box) => box !== null);
}

function readParts(page: Page): Promise<{ found: Found[]; height: number }> {
  return page.evaluate(() => {
    const { findParts } = Reflect.get(window, 'seedParts') as { findParts: () => Found[] };
    return { found: findParts(), height: document.documentElement.scrollHeight };
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
