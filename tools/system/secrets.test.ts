import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSecrets } from './secrets.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('secrets are made at the first start, kept, and readable by their user alone', async () => {
  const folder = await makeFolder();
  const first = await readSecrets(folder, {});
  expect(first.ingest).toMatch(/^[\w-]{43}$/);
  expect(first.replay).not.toBe(first.ingest);
  expect(await readSecrets(folder, {})).toEqual(first);
  expect((await stat(join(folder, 'ingest-secret'))).mode & 0o777).toBe(0o600);
});

test('two first starts at once agree on one secret', async () => {
  const folder = await makeFolder();
  const [one, other] = await Promise.all([readSecrets(folder, {}), readSecrets(folder, {})]);
  expect(other).toEqual(one);
});

test('the environment goes before the files', async () => {
  const secrets = await readSecrets(await makeFolder(), { INGEST_SECRET: 'given' });
  expect(secrets.ingest).toBe('given');
});
