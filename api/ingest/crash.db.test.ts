import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { expect, inject, test } from 'vitest';
import { readDerived } from '../testing/derived-documents.ts';
import { makeVisits } from '../testing/random-visits.ts';
import {
  type Arrival,
  emptyDatabase,
  ingestSecret,
  startTestApi,
} from '../testing/start-test-api.ts';

test('an API that is killed at work loses nothing and counts nothing twice', async () => {
  const visits = makeVisits(21, 12);
  const uri = await emptyDatabase(inject('mongodbUri'), 'crash-test');
  const first = await startTestApi(uri);
  await first.stop();
  const victim = await startVictim(uri);
  // Some calls are answered, some are under way, some are still waiting when it dies.
  let answered = 0;
  const calls = visits.map(async (batch) => {
    const statuses = await handOver(victim.url, batch);
    if (++answered === 3) victim.process.kill('SIGKILL');
    return { batch, statuses };
  });
  const settled = await Promise.allSettled(calls);
  const acknowledged = settled.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []));
  expect(acknowledged.length).toBeGreaterThanOrEqual(3);

  const client = await MongoClient.connect(uri);
  const stored = await client.db().collection('batches').countDocuments();
  expect(stored).toBeGreaterThanOrEqual(acknowledged.length);
  const successor = await startTestApi(uri);
  for (const { batch } of acknowledged)
    expect(await successor.ingest([batch])).toEqual(['DUPLICATE']);
  // What it had begun keeps its locks for some seconds; a collector comes again.
  await expect
    .poll(() => successor.ingest(visits), { timeout: 60_000, interval: 500 })
    .not.toContain('RETRY');
  const derived = await readDerived(client.db());
  await successor.stop();
  await client.close();
  expect(derived).toEqual(await readPlain(visits));
}, 120_000);

async function startVictim(uri: string): Promise<{ process: ChildProcess; url: string }> {
  const victim = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    env: {
      ...process.env,
      MONGODB_URI: uri,
      INGEST_SECRET: ingestSecret,
      LOCAL_MODE: 'true',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of victim.stdout) {
    output += String(chunk);
    const url = /"url":"([^"]+)"/.exec(output)?.[1];
    if (url) return { process: victim, url };
  }
  await once(victim, 'exit');
  throw new Error(`The API did not start: ${output}`);
}

async function handOver(url: string, batch: Arrival): Promise<string[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ingestSecret}` },
    body: JSON.stringify({
      query: 'mutation ($b: [Batch!]!) { ingest(batches: $b) { status } }',
      variables: { b: [batch] },
    }),
  });
  const answer = (await response.json()) as { data: { ingest: { status: string }[] } };
  return answer.data.ingest.map(({ status }) => status);
}

async function readPlain(visits: readonly Arrival[]): Promise<unknown> {
  const uri = await emptyDatabase(inject('mongodbUri'), 'crash-plain');
  const plain = await startTestApi(uri);
  await plain.ingest(visits);
  await plain.stop();
  const client = await MongoClient.connect(uri);
  const derived = await readDerived(client.db());
  await client.close();
  return derived;
}
