import type { Env } from '../env.ts';
import { warn } from '../log.ts';
import type { BatchResult, DeadLetter, IncomingBatch } from './incoming-batch.ts';
import { deadLetterMutation, ingestMutation } from './mutations.ts';

/** Less than the 30 s that a Worker may go on after its request ended. */
const timeoutMs = 15_000;

/** With any other status it was not the batches that the API did not like. */
const statusesOfGraphql = new Set([200, 400, 413]);

/** The API took the call and refused it: not a matter of the network. */
class GraphqlError extends Error {}

/**
 * Gives batches to the API.
 *
 * @returns one result a batch, in order; `RETRY` for all of them where the API cannot be reached
 */
export async function ingest(
  batches: readonly IncomingBatch[],
  env: Env,
): Promise<readonly BatchResult[]> {
  try {
    const data = await call<{ ingest: BatchResult[] }>(ingestMutation, { batches }, env);
    if (data.ingest.length === batches.length) return data.ingest;
    throw new GraphqlError(`ingest answered ${data.ingest.length} of ${batches.length} batches.`);
  } catch (error) {
    if (error instanceof GraphqlError && batches.length > 1) return ingestHalves(batches, env);
    warn(`The API does not take batches: ${String(error)}`);
    return batches.map(() => ({ status: 'RETRY', reason: 'The API does not answer.' }));
  }
}

/** A call refused as a whole is cut in two, until a batch at fault is alone and the others are through. */
async function ingestHalves(batches: readonly IncomingBatch[], env: Env): Promise<BatchResult[]> {
  const middle = Math.ceil(batches.length / 2);
  const halves = [batches.slice(0, middle), batches.slice(middle)];
  const results = await Promise.all(halves.map((half) => ingest(half, env)));
  return results.flat();
}

/**
 * Puts batches that never passed into the API's dead letters.
 *
 * @throws where the API does not confirm it
 */
export async function deadLetter(letters: readonly DeadLetter[], env: Env): Promise<void> {
  await call(deadLetterMutation, { letters }, env);
}

async function call<Data>(query: string, variables: object, env: Env): Promise<Data> {
  const response = await fetch(new URL('/graphql', env.API_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${env.INGEST_SECRET}`,
      // The API asks every caller for a header that no HTML form can send.
      'x-graphql-yoga-csrf': 'collector',
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!statusesOfGraphql.has(response.status)) {
    throw new Error(`The API answered ${response.status}.`);
  }
  const answer: { data?: Data | null; errors?: readonly { message: string }[] } =
    await response.json();
  if (answer.data && !answer.errors) return answer.data;
  throw new GraphqlError(answer.errors?.[0]?.message ?? `The API answered ${response.status}.`);
}
