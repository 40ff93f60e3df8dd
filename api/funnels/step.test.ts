import { expect, test } from 'vitest';
import { makeElementKey } from '../../schema/rules/element-key.ts';
import { type FunnelStep, labelStep, makeMatcher } from './step.ts';

const pay = makeElementKey({
  index: 0,
  tag: 'button',
  id: 'pay',
  class: 'x',
  role: '',
  path: 'main > #pay',
  name: '',
});
const page = (name: string): FunnelStep => ({ kind: 'page', page: name, subject: '' });
const is = (step: FunnelStep, route: string, subject = '', routes: string[] = []) =>
  makeMatcher(step, routes)({ kind: step.kind, route, subject });

test('a page is a route, an address of it, or a pattern', () => {
  expect(is(page('/product/:id'), '/product/:id')).toBe(true);
  expect(is(page('https://shop.example/product/42?x=1'), '/product/:id')).toBe(true);
  expect(is(page('/shoes/red'), '/shoes/:colour', '', ['/shoes/:colour'])).toBe(true);
  expect(is(page('/product'), '/product/:id')).toBe(false);
  expect(is(page('/help/*'), '/help/shipping/eu')).toBe(true);
  expect(is(page('/help/*'), '/helpless')).toBe(false);
  expect(is(page('*'), '/anything')).toBe(true);
  expect(is(page('/a.b*'), '/aXb')).toBe(false);
});

test.each([pay, '#pay', 'button#pay', 'main > #pay'])('an element is found by %s', (subject) => {
  expect(is({ kind: 'click', page: null, subject }, '/', pay)).toBe(true);
  expect(is({ kind: 'click', page: '/cart', subject }, '/', pay)).toBe(false);
});

test('an element is found by the name that the site gave it, and by no other', () => {
  const key = makeElementKey({
    index: 0,
    tag: 'a',
    id: '',
    class: '',
    role: '',
    path: 'x > a',
    name: 'Pay now',
  });
  expect(is({ kind: 'click', page: null, subject: 'Pay now' }, '/', key)).toBe(true);
  expect(is({ kind: 'click', page: null, subject: 'Pay' }, '/', key)).toBe(false);
  expect(is({ kind: 'click', page: null, subject: '#' }, '/', pay)).toBe(false);
  expect(is({ kind: 'click', page: null, subject: '' }, '/', pay)).toBe(false);
});

test('a step is called by what it is', () => {
  expect(labelStep(page('/cart'))).toBe('/cart');
  expect(labelStep({ kind: 'click', page: '/cart', subject: pay })).toBe('button#pay on /cart');
  expect(labelStep({ kind: 'click', page: null, subject: '["Pay now"]' })).toBe('Pay now');
  expect(labelStep({ kind: 'event', page: null, subject: 'signed up' })).toBe('signed up');
});
