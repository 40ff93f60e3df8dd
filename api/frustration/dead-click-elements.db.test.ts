import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { clickAway, nothing, now } from './testing/click-away.ts';

let api: OpenedApi;

const deadQuery = `query ($page: String, $limit: Int, $days: Int) {
  deadClickElements(page: $page, limit: $limit, days: $days) {
    page elementType elementId elementClass deadClicks affectedUsers issue reason
    element { path } sessions { totalCount }
  }
}`;

interface Dead {
  readonly elementType: string;
  readonly elementId: string | null;
  readonly elementClass: string | null;
  readonly deadClicks: number;
  readonly affectedUsers: number;
  readonly issue: string;
  readonly reason: string;
  readonly sessions: { readonly totalCount: number };
}

async function askDead(variables: Record<string, unknown>): Promise<Dead[]> {
  const answer = await api.ask<{ deadClickElements: Dead[] }>(deadQuery, variables);
  return answer.deadClickElements;
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'dead_click_elements_test');
  const slow = { everyMs: 1_500, url: 'https://shop.test/dead' };
  await api.take([
    clickAway({ clicks: 2, id: 'two', ...slow }),
    clickAway({ clicks: 3, id: 'three', ...slow }),
    clickAway({ clicks: 10, id: 'button10', ...slow }),
    clickAway({ clicks: 11, id: 'button11', ...slow }),
    clickAway({ clicks: 11, id: 'link11', tag: 'a', ...slow }),
    clickAway({ clicks: 3, id: 'box', tag: 'div', ...slow }),
    clickAway({ clicks: 3, id: 'text', tag: 'span', ...slow }),
    clickAway({ clicks: 3, id: 'line', tag: 'p', ...slow }),
    clickAway({ clicks: 30, id: 'picture', tag: 'img', ...slow }),
  ]);
});

afterAll(() => api.stop());

test('more than 2 dead clicks list an element, and its issue depends on tag and number', async () => {
  const found = new Map((await askDead({ page: '/dead' })).map((one) => [one.elementId, one]));
  expect(found.has('two')).toBe(false);
  expect(found.get('three')).toMatchObject({ deadClicks: 3, issue: 'UNCLEAR_UI' });
  expect(found.get('button10')?.issue).toBe('UNCLEAR_UI');
  expect(found.get('button11')?.issue).toBe('BROKEN_INTERACTION');
  expect(found.get('link11')?.issue).toBe('BROKEN_INTERACTION');
  expect(found.get('box')?.issue).toBe('NON_INTERACTIVE_ELEMENT');
  expect(found.get('text')?.issue).toBe('NON_INTERACTIVE_ELEMENT');
  expect(found.get('line')?.issue).toBe('NON_INTERACTIVE_ELEMENT');
  expect(found.get('picture')?.issue).toBe('UNCLEAR_UI');
});

test('dead clicks are grouped by page, tag, id and class, wherever the elements stand', async () => {
  const visit = makeVisit({
    session: 'grouped',
    visitor: 'cy',
    startedAt: now - 60_000,
    url: 'https://shop.test/grouped',
  });
  const cards = [1, 2, 3].map((n) =>
    visit.element({ tag: 'div', class: 'card', path: `ul>li:nth-child(${n})>div` }),
  );
  for (const [i, element] of cards.entries()) {
    visit.press({ t: i * 2_000, element, x: 5, y: 200 * i }, nothing);
  }
  await api.take([visit.arrive(12_000)]);
  expect(await askDead({ page: '/grouped' })).toMatchObject([
    {
      elementType: 'div',
      elementId: null,
      elementClass: 'card',
      deadClicks: 3,
      affectedUsers: 1,
      reason: 'no reaction within 5,000 ms',
      sessions: { totalCount: 1 },
    },
  ]);
});

test.each([0, 101])('a limit of %i is refused', async (limit) => {
  expect(await api.refusal(`{ deadClickElements(limit: ${limit}) { page } }`)).toBe(
    `BAD_USER_INPUT: limit is ${limit}; it must be 1 to 100.`,
  );
});

test('an element tells its dead clicks of as many days before', async () => {
  const url = 'https://shop.test/before';
  const clicked = (daysAgo: number, clicks: number) =>
    clickAway({
      ...{ id: 'box', tag: 'div', everyMs: 1_500, url, clicks, session: `box ${daysAgo}` },
      startedAt: now - daysAgo * 86_400_000,
    });
  await api.take([clicked(1, 5), clicked(8, 2), clicked(15, 30)]);
  const { deadClickElements } = await api.ask<{ deadClickElements: object[] }>(
    '{ deadClickElements(page: "/before", days: 7) { deadClicks previousDeadClicks } }',
  );
  expect(deadClickElements).toEqual([{ deadClicks: 5, previousDeadClicks: 2 }]);
});
