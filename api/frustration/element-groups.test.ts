import { expect, test } from 'vitest';
import { barePage, describePlace, kindKey, placeKey, readKindKey } from './element-groups.ts';

const button = {
  index: 3,
  tag: 'button',
  id: 'pay',
  class: 'primary',
  role: 'button',
  path: 'main>button#pay',
  name: '',
};

test('an element keeps its place key when its class or its number in the view changes', () => {
  expect(placeKey({ ...button, class: 'primary open', index: 9 })).toBe(placeKey(button));
  expect(placeKey({ ...button, path: 'aside>button#pay' })).not.toBe(placeKey(button));
});

test('a name of the site’s own stands above path and tag', () => {
  const named = { ...button, name: 'Pay now' };
  expect(placeKey({ ...named, path: 'footer>a', tag: 'a' })).toBe(placeKey(named));
});

test('a kind is tag, id and class, wherever it stands', () => {
  expect(kindKey({ ...button, path: 'aside', name: 'x' })).toBe(kindKey(button));
  expect(kindKey({ ...button, class: 'other' })).not.toBe(kindKey(button));
  expect(readKindKey(kindKey(button))).toEqual({ tag: 'button', id: 'pay', class: 'primary' });
});

test('keys alone still describe an element', () => {
  expect(describePlace(placeKey(button))).toMatchObject({
    tag: 'button',
    id: 'pay',
    path: 'main>button#pay',
  });
  expect(describePlace(placeKey({ ...button, name: 'Pay now' })).name).toBe('Pay now');
});

test('a click on no element is one on the page', () => {
  expect(placeKey(null)).toBe(placeKey(barePage));
  expect(kindKey(null)).toBe(kindKey(barePage));
});
