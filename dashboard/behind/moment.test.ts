import { expect, test } from 'vitest';
import { readBehind, writeBehind } from './behind-address.ts';
import { findMoment, findPassing, isSameElement } from './moment.ts';

const button = {
  label: 'button “Pay”',
  name: null,
  path: 'main > button',
  elementType: 'button',
  elementId: null,
  elementClass: 'big',
};
const session = {
  id: 's',
  sessionId: 's',
  userId: 'u',
  identified: false,
  startedAt: '2026-03-12T12:00:00.000Z',
  totalClicks: 2,
  pages: [
    { viewId: 'a', route: '/', enteredAt: '2026-03-12T12:00:00.000Z' },
    { viewId: 'b', route: '/cart', enteredAt: '2026-03-12T12:00:07.000Z' },
  ],
};
const click = (viewId: string, tMs: number, element = button) => ({
  ...{ id: `${tMs}`, viewId, tMs, clickX: tMs, clickY: 10, element },
});

test('the moment is that of the first event at the element on the page', () => {
  const target = { kind: 'rage', page: '/cart', element: button } as const;
  const other = { ...button, path: 'nav > button' };
  const events = [click('a', 100), click('b', 8_000, other), click('b', 9_000)];
  expect(findMoment(session, target, events)).toBe(9_000);
});

test('without such an event it is when the page was entered', () => {
  const square = { x: 0, y: 0, side: 20 };
  const target = { kind: 'click', page: '/cart', square } as const;
  expect(findMoment(session, target, [click('b', 8_000)])).toBe(7_000);
  expect(findMoment(session, { ...target, page: '/gone' }, [])).toBeNull();
});

test('movement is found by its trail', () => {
  const square = { x: 100, y: 100, side: 20 };
  const trail = {
    ...{ viewIds: ['a', 'b'], view: [0, 1, 1], tMs: [50, 7_500, 7_550] },
    ...{ x: [110, 99, 119], y: [110, 110, 100] },
  };
  expect(findPassing(session, { kind: 'move', page: '/cart', square }, trail)).toBe(7_550);
  expect(findPassing(session, { kind: 'move', page: '/cart', square }, undefined)).toBe(7_000);
});

test('dead elements are alike by kind, others by place or by the name that the site gave', () => {
  const moved = { ...button, path: 'footer > button' };
  expect(isSameElement('dead', button, moved)).toBe(true);
  expect(isSameElement('rage', button, moved)).toBe(false);
  expect(isSameElement('rage', { ...button, name: 'pay' }, { ...moved, name: 'pay' })).toBe(true);
  expect(isSameElement('dead', button, { ...button, elementClass: 'small' })).toBe(false);
});

test('a row survives the address, and nonsense is none', () => {
  const row = { kind: 'rage', page: '/cart', element: button } as const;
  expect(readBehind(writeBehind(row))).toEqual(row);
  for (const text of [undefined, '', '{', '["what","/","x",null,"p","div"]', '["rage"]'])
    expect(readBehind(text)).toBeNull();
});
