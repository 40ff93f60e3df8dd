import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { products } from './catalogue/products.ts';
import { paymentMethods } from './checkout/payment-methods.ts';
import { buildAssets } from './page/assets.ts';
import { renderLayout } from './page/layout.ts';
import { findPage } from './pages/find-page.ts';

const settings = { collectorUrl: 'http://collector', dashboardUrl: 'http://dashboard', site: 's' };
const render = (path: string) => renderLayout(findPage(path), path, settings);
const paths = [
  '/',
  '/products',
  '/products/desk',
  '/cart',
  '/checkout',
  '/about',
  '/nowhere',
  ...products.map(({ id }) => `/product/${id}`),
];

test('no page, picture or style sheet of the shop has a gradient, nor moves anything under the pointer', async () => {
  const assets = [...(await buildAssets()).values()].map(({ body }) => body);
  const specimens = await readFile(new URL('specimens/index.html', import.meta.url), 'utf8');
  const everything = [...paths.map(render), ...assets, specimens].join('\n');
  expect(everything).not.toMatch(/gradient/i);
  expect(everything).not.toMatch(/:hover/);
  expect(everything).not.toMatch(/@keyframes|transition\s*:|animation\s*:|\.animate\(/);
});

test('the front page alone has a product, Add to cart and exactly twelve payment buttons', () => {
  const front = render('/');
  expect(front.match(/class="method"/g)).toHaveLength(12);
  expect(front).toContain('Add to cart');
  expect(front).toContain('role="img"');
});

test('some payment buttons do nothing, most do something, and the small print names the dead ones', () => {
  const dead = paymentMethods.filter(({ behaviour }) => behaviour === 'dead');
  expect(dead).toHaveLength(5);
  expect(render('/')).toContain(dead.map(({ name }) => name).join(', '));
});

test('every page carries the tracker as a customer would embed it, and nothing else of it', () => {
  for (const path of paths) {
    const page = render(path);
    expect(page).toContain(
      '<script defer src="http://collector/t.js" data-site="s" data-wireframe-rate="1"></script>',
    );
    expect(page.match(/http:\/\/collector/g)).toHaveLength(1);
  }
});

test('an address without a page answers 404 and shows nothing of what was asked', () => {
  for (const path of [
    '/product/none',
    '/products/none',
    '/a/b/c',
    '/constructor',
    '/product/lamp/x',
  ])
    expect(findPage(path).status).toBe(404);
  expect(render('/<script>alert(1)</script>')).not.toContain('alert(1)');
});
