import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { createShop } from './server.ts';

let browser: Browser;
let server: Server;
let url: string;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Nobody listens on port 9: the shop must work all the same.
  const nowhere = 'http://127.0.0.1:9';
  const shop = await createShop({ collectorUrl: nowhere, dashboardUrl: nowhere, site: 's' });
  server = createServer(shop);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(path: string, scheme: 'light' | 'dark' = 'light', width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

const paths = ['/', '/products', '/product/clock', '/cart', '/checkout', '/about'];

test.each(['light', 'dark'] as const)(
  'no page has an accessibility violation, %s',
  async (scheme) => {
    for (const path of paths) {
      const page = await open(path, scheme);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe: runner } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const found = (await runner.run()).violations;
        return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations, path).toEqual([]);
    }
  },
);

test('nothing is wider than a screen of 360 px', async () => {
  for (const path of paths) {
    const page = await open(path, 'light', 360);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test('a working payment button says what it did, a slow one later, a dead one never', async () => {
  const page = await open('/');
  const status = page.locator('[data-payment-status]');
  await page.getByRole('button', { name: 'Instalments' }).click();
  await page.getByRole('button', { name: 'Bank transfer' }).click();
  await expect.poll(() => status.textContent(), { timeout: 10_000 }).toContain('Bank transfer');
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  expect(await status.textContent()).toContain('Paid €149 with Card');
});

test('by keyboard alone: choose, add, go to the cart, change it, check out', async () => {
  const page = await open('/');
  await page.getByRole('radio', { name: 'Moss' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.offer .picture').getAttribute('data-tone')).toBe('clay');
  await page.getByRole('button', { name: 'One more' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add to cart' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('You have 2 in your cart.').waitFor();
  await page.getByRole('link', { name: 'Cart 2' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Total €298').waitFor();
  await page.getByRole('button', { name: 'One less' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Total €149').waitFor();
  await page.getByRole('link', { name: 'Check out' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Place order' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('5 to correct above.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
});

test('categories and the finished order have addresses of their own, and Back leads back', async () => {
  const page = await open('/products');
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByText('2 products').waitFor();
  expect(page.url()).toBe(`${url}/products/desk`);
  await page.goBack();
  await page.getByText('8 products').waitFor();
  expect(page.url()).toBe(`${url}/products`);
});
