import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { makeVisits } from '../api/testing/random-visits.ts';
import { type Arrival, emptyDatabase } from '../api/testing/start-test-api.ts';
import { repoPath } from '../tools/data-dir.ts';

/** The API as an operator runs it: `node api/main.ts`, with everything from the environment. */
const secrets = { INGEST_SECRET: 'e2e-ingest', OWNER_TOKEN: 'e2e-owner-token' };
let uri: string;
let children: ChildProcess[];

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'e2e-api-process');
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Lines of its log, with the address in the one that says that it listens. */
async function startProcess(env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [repoPath('api/main.ts')], {
    env: { ...process.env, MONGODB_URI: uri, HOST: '127.0.0.1', PORT: '0', ...secrets, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const { msg, url: address } = JSON.parse(line) as { msg: string; url: string };
      if (msg === 'listening') resolve(address);
    });
  });
  return { child, url, lines };
}

async function ask<T>(url: string, query: string, token: string, variables = {}): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const createShop =
  'mutation { createSite(input: { siteId: "shop", name: "Shop", timeZone: "UTC" }) { siteId } }';
const ingest = async (url: string, batch: Arrival) => {
  const query = 'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status } }';
  const data = await ask<{ ingest: { status: string }[] }>(url, query, secrets.INGEST_SECRET, {
    batches: [batch],
  });
  return data.ingest[0]?.status;
};

test('SIGTERM: what was accepted is finished and answered, then the process ends; the other goes on', async () => {
  const [leaving, staying] = await Promise.all([startProcess(), startProcess()]);
  await ask(leaving.url, createShop, secrets.OWNER_TOKEN);
  const visits = makeVisits(95, 30);
  const calls = visits.map((batch) => ingest(leaving.url, batch).catch(() => 'no answer'));
  // Some are answered, the others wait, or have not been read.
  await Promise.race(calls);
  const ended = once(leaving.child, 'exit');
  leaving.child.kill('SIGTERM');
  const answers = await Promise.all(calls);
  expect(await ended).toEqual([0, null]);
  const accepted = answers.filter((answer) => answer === 'ACCEPTED').length;
  expect(accepted).toBeGreaterThan(0);

  const client = await MongoClient.connect(uri);
  expect(await client.db().collection('batches').countDocuments()).toBe(accepted);
  const again = await Promise.all(visits.map((batch) => ingest(staying.url, batch)));
  expect(again.filter((answer) => answer === 'DUPLICATE')).toHaveLength(accepted);
  expect(await client.db().collection('batches').countDocuments()).toBe(visits.length);
  await client.close();
  // One JSON object a line, of which none is an error.
  const levels = [...leaving.lines, ...staying.lines].map(
    (line) => (JSON.parse(line) as { level: number }).level,
  );
  expect(levels.filter((level) => level >= 50)).toEqual([]);
});

test('without an address of its database it says so, and does not start', async () => {
  await expect(startProcess({ MONGODB_URI: '' })).rejects.toThrow('It ended with 1.');
});
