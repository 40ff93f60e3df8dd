import { expect, it } from 'vitest';
import { checkBatch } from '../schema/wire/check.ts';
import { makeBatch, page } from './testing/batches.ts';
import { dropParameters, keepParameters } from './url-parameters.ts';

it.each([
  ['https://shop.example/a?token=1', [], 'https://shop.example/a'],
  ['https://shop.example/a?page=2&token=1', ['page'], 'https://shop.example/a?page=2'],
  ['https://shop.example/a?p%61ge=2', ['page'], 'https://shop.example/a?p%61ge=2'],
  ['https://shop.example/a?%ff=2', ['page'], 'https://shop.example/a'],
  ['https://shop.example/a?token=1#part', [], 'https://shop.example/a#part'],
  ['https://shop.example/#/a?token=1&page=2', ['page'], 'https://shop.example/#/a?page=2'],
  ['https://shop.example/?token=1#/a?token=2', [], 'https://shop.example/#/a'],
  ['https://shop.example/a', ['page'], 'https://shop.example/a'],
])('of %s with %j listed, %s is kept', (url, kept, expected) => {
  expect(keepParameters(url, kept)).toBe(expected);
});

it('drops the parameters of the page, the referrer and scripts', () => {
  const batch = makeBatch({
    seq: 0,
    page: {
      ...page,
      url: 'https://shop.example/?q=1&s=2',
      referrer: 'https://search.example/?q=shoes',
    },
    events: [{ type: 'error', t: 1, line: 1, column: 1, message: 'm', source: '/app.js?key=1' }],
  });
  const cleaned = dropParameters(batch, ['q']);
  expect(cleaned.page?.url).toBe('https://shop.example/?q=1');
  expect(cleaned.page?.referrer).toBe('https://search.example/');
  expect(cleaned.events[0]).toMatchObject({ source: '/app.js' });
  expect(() => checkBatch(cleaned)).not.toThrow();
});

it('returns the same batch where nothing has to go', () => {
  const batch = makeBatch({ seq: 0, page });
  expect(dropParameters(batch, [])).toBe(batch);
});
