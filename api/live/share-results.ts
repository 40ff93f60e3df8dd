import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  print,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/** What was answered for a change, by question; gone with the change. */
const answers = new WeakMap<object, Map<string, Result>>();

/**
 * Resolves a change once for all who ask the same of it: the same document and variables, with the same rights. The hub gives every
 * subscriber the same object, so a thousand dashboards cost one execution a change. All else in a context is the process's.
 */
export const shareResults: Plugin = {
  onSubscribe: ({ setSubscribeFn }) => {
    setSubscribeFn(subscribeShared);
  },
};

async function subscribeShared(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const { document, operationName, variableValues, contextValue } = args;
  const { viewer } = contextValue as Context;
  const question = JSON.stringify([print(document), operationName, variableValues, viewer]);
  return mapChanges(stream, (change) =>
    answerOnce(change, question, () => execute({ ...args, rootValue: change }) as Result),
  );
}

function answerOnce(change: unknown, question: string, answer: () => Result): Result {
  if (typeof change !== 'object' || change === null) return answer();
  const known = answers.get(change) ?? new Map<string, Result>();
  answers.set(change, known);
  const result = known.get(question) ?? answer();
  known.set(question, result);
  return result;
}

/** No generator: one that waits for its next value can't be ended before it comes. */
function mapChanges(
  source: AsyncIterable<unknown>,
  map: (change: unknown) => Result,
): AsyncIterableIterator<ExecutionResult> {
  const changes = source[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { done, value } = await changes.next();
      return done ? { done, value: undefined } : { done: false, value: await map(value) };
    },
    return: async () => {
      await changes.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
