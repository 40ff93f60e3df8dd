import { makeArrival } from '../api/testing/make-batch.ts';
import type { BenchBatch } from './visit-batches.ts';

const mutation =
  'mutation Ingest($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';

/** Hands batches to an API as the collector does. @returns a status a batch; throws where the call fails */
export function handOver(
  apiUrl: string,
  secret: string,
  batches: readonly BenchBatch[],
): Promise<string[]> {
  return sendHandOver(apiUrl, secret, writeHandOver(batches));
}

/** The request's body: made beforehand, it takes nothing from what is measured. */
export function writeHandOver(batches: readonly BenchBatch[]): string {
  const arrivals = batches.map(({ packed, receivedAt }) => makeArrival(packed, { receivedAt }));
  return JSON.stringify({ query: mutation, variables: { batches: arrivals } });
}

export async function sendHandOver(
  apiUrl: string,
  secret: string,
  body: string,
): Promise<string[]> {
  const response = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
      'x-graphql-yoga-csrf': 'collector',
    },
    body,
  });
  const answer = (await response.json()) as {
    data?: { ingest: { status: string }[] };
    errors?: unknown;
  };
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.ingest.map(({ status }) => status);
}
