import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { clickAway } from '../frustration/testing/click-away.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';

let api: OpenedApi;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'marks_test');
  await api.take([
    clickAway({ clicks: 5, id: 'one', everyMs: 1_500, url: 'https://shop.test/dead' }),
    clickAway({ clicks: 4, id: 'two', everyMs: 1_500, url: 'https://shop.test/dead' }),
  ]);
});
afterAll(() => api.stop());

interface Row {
  readonly key: string;
  readonly deadClicks: number;
  readonly markedAt: string | null;
}

async function findRows(): Promise<Row[]> {
  const query = '{ deadClickElements { key deadClicks markedAt } }';
  return (await api.ask<{ deadClickElements: Row[] }>(query, {})).deadClickElements;
}

const mark = `mutation ($key: String!, $marked: Boolean) {
  markNotAProblem(key: $key, marked: $marked)
}`;

test('a row is marked by its key and keeps its numbers; the mark can be taken back', async () => {
  const [first, second] = await findRows();
  expect([first?.markedAt, second?.markedAt]).toEqual([null, null]);
  await api.ask(mark, { key: first?.key });
  await api.ask(mark, { key: first?.key });
  const marked = await findRows();
  expect(marked.map(({ markedAt }) => markedAt !== null)).toEqual([true, false]);
  expect(marked[0]?.deadClicks).toBe(first?.deadClicks);
  await api.ask(mark, { key: first?.key, marked: false });
  expect((await findRows()).map(({ markedAt }) => markedAt)).toEqual([null, null]);
});

test('a key of no row is refused', async () => {
  await expect(api.ask(mark, { key: 'nonsense' })).rejects.toThrow(/key/);
});
