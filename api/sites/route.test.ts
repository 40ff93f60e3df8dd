import { expect, test } from 'vitest';
import { isRoutePattern, routeOf } from './route.ts';

test.each([
  ['https://shop.example/', '/'],
  ['https://shop.example', '/'],
  ['https://shop.example/product/42', '/product/:id'],
  ['https://shop.example/product/42/', '/product/:id'],
  ['https://shop.example/product/42?ref=a#top', '/product/:id'],
  ['/order-10234', '/:id'],
  ['/u/9b2f3c1e-1111-4222-8333-444455556666/edit', '/u/:uuid/edit'],
  ['/blog/2026-03-01/hello', '/blog/:date/hello'],
  ['/blog/how-to-brew-good-coffee', '/blog/:slug'],
  ['/shop/blue-mug-42', '/shop/:slug'],
  ['/commit/9fceb02d0ae5', '/commit/:id'],
  ['/f/a8Xk29LmQ0pZ', '/f/:id'],
  ['/about-us', '/about-us'],
  ['/checkout', '/checkout'],
  ['/app/#/cart/7', '/app/#/cart/:id'],
  ['/v2/docs', '/v2/docs'],
  ['/feedback', '/feedback'],
  ['/%E0%A4%A', '/%E0%A4%A'],
])('%s is grouped as %s', (url, route) => {
  expect(routeOf(url, [])).toBe(route);
});

test("a site's own patterns come first, in order", () => {
  const patterns = ['/product/new', '/product/:handle', '/help/*'];
  expect(routeOf('https://s.example/product/new', patterns)).toBe('/product/new');
  expect(routeOf('https://s.example/product/mug', patterns)).toBe('/product/:handle');
  expect(routeOf('https://s.example/help/a/b/c', patterns)).toBe('/help/*');
  expect(routeOf('https://s.example/product/mug/reviews', patterns)).toBe('/product/mug/reviews');
});

test('a pattern is a path', () => {
  expect(isRoutePattern('/product/:id')).toBe(true);
  expect(isRoutePattern('product/:id')).toBe(false);
  expect(isRoutePattern('/a b')).toBe(false);
});
