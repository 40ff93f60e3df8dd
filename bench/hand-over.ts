import { makeArrival } from '../api/testing/make-batch.ts';
import type { BenchBatch } from './visit-batches.ts';

const mutation =
  'mutation Ingest($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';

/** Hands batches to an API as the collector does. @returns a status a batch; throws where the call fails */
export async function handOver(
  apiUrl: string,
  secret: string,
  batches: readonly BenchBatch[],
): Promise<string[]> {
  const arrivals = batches.map(({ packed, receivedAt }) => makeArrival(packed, { receivedAt }));
  const response = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
      'x-graphql-yoga-csrf': 'collector',
    },
    body: JSON.stringify({ query: mutation, variables: { batches: arrivals } }),
  });
  const answer = (await response.json()) as {
    data?: { ingest: { status: string }[] };
    errors?: unknown;
  };
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.ingest.map(({ status }) => status);
}
