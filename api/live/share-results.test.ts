import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer.ts';
import { shareResults } from './share-results.ts';

const owner: Viewer = { role: 'owner' };
const numbers = parse('subscription { changed { number } }');

type Subscribe = (args: ExecutionArgs) => Promise<AsyncIterableIterator<ExecutionResult>>;

/** The plugin's own subscribe function. */
function findSubscribe(): Subscribe {
  let found: Subscribe | undefined;
  const hook = shareResults.onSubscribe as (api: {
    setSubscribeFn: (fn: Subscribe) => void;
  }) => void;
  hook({
    setSubscribeFn: (fn) => {
      found = fn;
    },
  });
  if (!found) throw new Error('It sets no function.');
  return found;
}

/** A schema whose every subscriber gets the same changes; it counts what it resolves. */
function makeSchema(changes: readonly object[]) {
  const resolved: string[] = [];
  const Change = new GraphQLObjectType({
    name: 'Change',
    fields: {
      number: {
        type: GraphQLInt,
        resolve: (change: { number: number }) => {
          resolved.push(`number ${change.number}`);
          if (change.number < 0) throw new Error('There are no negative changes.');
          return change.number;
        },
      },
      viewer: { type: GraphQLString, resolve: (_change, _args, { viewer }) => viewer.role },
    },
  });
  const field = {
    type: Change,
    args: { least: { type: GraphQLInt } },
    async *subscribe() {
      yield* changes;
    },
    resolve: (change: object) => change,
  };
  const query = new GraphQLObjectType({ name: 'Query', fields: { nothing: { type: GraphQLInt } } });
  const subscription = new GraphQLObjectType({ name: 'Subscription', fields: { changed: field } });
  return { schema: new GraphQLSchema({ query, subscription }), resolved };
}

async function hearAll(args: Omit<ExecutionArgs, 'contextValue'>, viewer: Viewer) {
  const stream = await findSubscribe()({ ...args, contextValue: { viewer } });
  const heard: ExecutionResult[] = [];
  for await (const result of stream) heard.push(result);
  return heard;
}

test('a change is resolved once for all who ask the same', async () => {
  const { schema, resolved } = makeSchema([{ number: 1 }, { number: 2 }]);
  const ask = () => hearAll({ schema, document: numbers }, { role: 'owner' });
  const heard = await Promise.all([ask(), ask(), ask()]);
  for (const results of heard) {
    expect(results).toEqual([
      { data: { changed: { number: 1 } } },
      { data: { changed: { number: 2 } } },
    ]);
  }
  expect(resolved).toEqual(['number 1', 'number 2']);
});

test('whoever has other rights, asks something else or with other variables gets an answer of their own', async () => {
  const { schema, resolved } = makeSchema([{ number: 1 }]);
  const document = parse('subscription ($least: Int) { changed(least: $least) { number viewer } }');
  const reader: Viewer = { role: 'reader', sites: ['shop'] };
  const [ofOwner] = await hearAll({ schema, document }, owner);
  const [ofReader] = await hearAll({ schema, document }, reader);
  await hearAll({ schema, document }, { role: 'reader', sites: ['blog'] });
  await hearAll({ schema, document, variableValues: { least: 1 } }, owner);
  await hearAll({ schema, document: numbers }, owner);
  expect(ofOwner?.data).toMatchObject({ changed: { viewer: 'owner' } });
  expect(ofReader?.data).toMatchObject({ changed: { viewer: 'reader' } });
  expect(resolved).toHaveLength(5);
});

test('an error in a change is told to each, and the next change comes all the same', async () => {
  const { schema } = makeSchema([{ number: -1 }, { number: 2 }]);
  for (let i = 0; i < 2; i++) {
    const [failed, next] = await hearAll({ schema, document: numbers }, owner);
    expect(failed?.errors?.[0]?.message).toBe('There are no negative changes.');
    expect(next).toEqual({ data: { changed: { number: 2 } } });
  }
});

test('who stops listening while nothing comes is let go of at once', async () => {
  const { schema } = makeSchema([]);
  const field = schema.getSubscriptionType()?.getFields()['changed'];
  let ended = false;
  const silent: AsyncIterableIterator<object> = {
    next: () => new Promise(() => undefined),
    return: async () => {
      ended = true;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => silent,
  };
  if (field) field.subscribe = () => silent;
  const stream = await findSubscribe()({
    schema,
    document: numbers,
    contextValue: { viewer: owner },
  });
  void stream.next();
  await stream.return?.();
  expect(ended).toBe(true);
});
