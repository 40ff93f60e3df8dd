import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeId } from '../testing/make-batch.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { makeSession } from './testing/make-person.ts';

const now = Date.now();
const minuteMs = 60_000;

let api: OpenedApi;

interface People {
  readonly nodes: readonly { readonly visitorId: string; readonly sessionCount: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function ask(args: string): Promise<People> {
  const query = `{ people${args && `(${args})`} {
    nodes { visitorId userId identified lastSeenAt sessionCount sessions { nodes { sessionId } } }
    pageInfo { hasNextPage endCursor } } }`;
  return (await api.ask<{ people: People }>(query)).people;
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'people_test');
  // `often` has many sessions between those of the others.
  const often = Array.from({ length: 250 }, (_, i) =>
    makeSession({
      visitor: 'often',
      session: `often ${i}`,
      startedAt: now - (i + 2) * minuteMs,
      url: 'https://shop.test/',
    }),
  );
  await api.take([
    ...often,
    makeSession({ visitor: 'newest', user: 'eve@x', startedAt: now - minuteMs }),
    makeSession({ visitor: 'middle', startedAt: now - 100.5 * minuteMs }),
    makeSession({ visitor: 'oldest', startedAt: now - 300 * minuteMs }),
  ]);
});

afterAll(() => api.stop());

test('each visitor is listed once, who came last first', async () => {
  const { nodes } = await ask('');
  const order = ['newest', 'often', 'middle', 'oldest'].map((name) => makeId(name, 16));
  expect(nodes.map(({ visitorId }) => visitorId)).toEqual(order);
  expect(nodes.map(({ sessionCount }) => sessionCount)).toEqual([1, 250, 1, 1]);
  expect(nodes[0]).toMatchObject({ userId: 'eve@x', identified: true });
  expect(nodes[1]).toMatchObject({ userId: makeId('often', 16), identified: false });
});

test('pages of people follow each other without a gap', async () => {
  const seen: string[] = [];
  let after = '';
  for (let page = 0; page < 4; page++) {
    const { nodes, pageInfo } = await ask(`first: 1${after && `, after: "${after}"`}`);
    seen.push(...nodes.map(({ visitorId }) => visitorId));
    expect(pageInfo.hasNextPage).toBe(page < 3);
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(['newest', 'often', 'middle', 'oldest'].map((name) => makeId(name, 16)));
});

test('people are found by how their name or id begins', async () => {
  expect((await ask('search: "eve@"')).nodes).toMatchObject([{ userId: 'eve@x' }]);
  expect((await ask('search: "old"')).nodes).toHaveLength(1);
  expect((await ask('search: ".*"')).nodes).toEqual([]);
});
