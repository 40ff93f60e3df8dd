import { describe, expect, test } from 'vitest';
import { busiestPage, pageAt, pageSize, placePages } from './session-pages.ts';

const start = '2026-03-12T12:00:00.000Z';
const visit = (viewId: string, enteredMs: number, leftMs: number, clicks = 0) => ({
  viewId,
  url: `https://shop.example/${viewId}`,
  route: '/',
  kind: 'load',
  enteredAt: new Date(Date.parse(start) + enteredMs).toISOString(),
  leftAt: new Date(Date.parse(start) + leftMs).toISOString(),
  durationMs: leftMs - enteredMs,
  deepestScrollPercent: 0,
  clicks,
  viewportWidth: 1_280,
  viewportHeight: 800,
  documentWidth: 1_280,
  documentHeight: 300,
  isQuickBack: false,
});

describe('the pages of a session', () => {
  // The second tab opens while the first one stays.
  const pages = placePages(
    [visit('b', 5_000, 8_000, 2), visit('a', 0, 20_000), visit('c', 21_000, 30_000)],
    start,
  );

  test('stand in the order they were entered', () => {
    expect(pages.map((page) => page.viewId)).toEqual(['a', 'b', 'c']);
    expect(pages[1]).toMatchObject({ enteredMs: 5_000, leftMs: 8_000 });
  });

  test('show the one looked at, with several tabs open the one entered last', () => {
    const at = (tMs: number) => pageAt(pages, tMs)?.viewId;
    expect([0, 6_000, 10_000, 20_500, 25_000, 99_000].map(at)).toEqual([
      'a',
      'b',
      'a',
      'b',
      'c',
      'c',
    ]);
  });

  test('begin with the one that was clicked most', () => {
    expect(busiestPage(pages)?.viewId).toBe('b');
    expect(busiestPage([])).toBeUndefined();
  });

  test('are never smaller than the window they were seen in', () => {
    const [page] = pages;
    expect(page && pageSize(page)).toEqual({ width: 1_280, height: 800 });
  });
});
