import { expect, test } from 'vitest';
import { readRoute } from './read-route.ts';

test.each([
  ['https://shop.test/product/42?a=1', '/product/:id'],
  ['/product/42', '/product/:id'],
  ['/product/:id', '/product/:id'],
  ['/u/:uuid/edit', '/u/:uuid/edit'],
  ['/blog/:slug', '/blog/:slug'],
  ['/help/*', '/help/*'],
  ['/help/a/b', '/help/*'],
  ['/', '/'],
])('%s means %s', (page, route) => {
  expect(readRoute(page, { routes: ['/help/*'] })).toBe(route);
});
