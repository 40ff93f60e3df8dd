import { readFileSync } from 'node:fs';
import { Kind, OperationTypeNode, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeJourney } from '../funnels/testing/make-journey.ts';
import { makeId } from '../testing/make-batch.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { schema } from './schema.ts';

const text = readFileSync(new URL('../../docs/graphql.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, example = '']) => ({
  name: /^\w+ (\w+)/.exec(example)?.[1] ?? example,
  example,
}));

let api: OpenedApi;
beforeAll(async () => {
  const site = { siteId: 'demo-shop', name: 'Demo shop', timeZone: 'UTC' };
  api = await openTestApi(inject('mongodbUri'), 'doc-examples-test', [site]);
  await api.take(
    makeJourney({
      site: 'demo-shop',
      visitor: 'ada',
      startedAt: Date.now() - 3_600_000,
      did: '/ #pay-swift /cart',
    }),
  );
});
afterAll(() => api.stop());

test('there are examples of the whole schema', () => {
  expect(examples.length).toBeGreaterThan(8);
});

test.each(examples)('the example $name is valid, and answered', async ({ example }) => {
  const document = parse(example);
  expect(validate(schema, document)).toEqual([]);
  const isQuery = document.definitions.every(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.QUERY,
  );
  if (!isQuery) return;
  const session = makeId('ada', 16);
  const answer = await api.ask<object>(example, { id: session, session, user: 'ada' });
  expect(Object.keys(answer).length).toBeGreaterThan(0);
});
