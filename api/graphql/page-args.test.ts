import { expect, test } from 'vitest';
import { makeConnection, makeCursor, readCursor, readPageArgs } from './page-args.ts';

const limits = { usual: 20, most: 100 };
const parse = (cursor: string) => readCursor(cursor, ['number', 'string']);

test('a page has its usual length unless told', () => {
  expect(readPageArgs({}, limits, parse)).toMatchObject({ limit: 20, backward: false });
  expect(readPageArgs({ last: 5 }, limits, parse)).toMatchObject({ limit: 5, backward: true });
  expect(readPageArgs({ first: 0 }, limits, parse)).toMatchObject({ limit: 0 });
});

test.each([{ first: -1 }, { first: 101 }, { first: 1, last: 1 }, { after: '!' }])(
  '%o is a mistake',
  (args) => {
    expect(() => readPageArgs(args, limits, parse)).toThrow();
  },
);

test('a cursor is read back, and only one of its own list', () => {
  const cursor = makeCursor([1, 'a']);
  expect(parse(cursor)).toEqual([1, 'a']);
  expect(readCursor(cursor, ['number'])).toBeNull();
  expect(readCursor(cursor, ['string', 'number'])).toBeNull();
  expect(parse('bm8')).toBeNull();
});

test('one more than the page tells that there is more', () => {
  const forward = { limit: 2, backward: false, after: null, before: null };
  const page = makeConnection(['a', 'b', 'c'], forward, (node) => node);
  expect(page.edges.map(({ node }) => node)).toEqual(['a', 'b']);
  expect(page.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: 'a',
    endCursor: 'b',
  });
  const back = makeConnection(['c', 'b', 'a'], { ...forward, backward: true }, (node) => node);
  expect(back.edges.map(({ node }) => node)).toEqual(['b', 'c']);
  expect(back.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});
