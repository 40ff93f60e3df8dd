import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { findDataOwner } from '../tools/mongod/data-owner.ts';
import { findSessions } from './testing/ask.ts';
import { launchBrowser, moveAround, pressQuickly } from './testing/browse.ts';
import { runStart } from './testing/run-start.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-start-'));
});

afterAll(() => rm(dataDir, { recursive: true }));

test('a second start has everything that the first one had: sessions, numbers, token', async () => {
  const first = await startTestSystem({ dataDir });
  onTestFinished(() => first.stop());
  expect(first.localMode).toBe(true);
  const browser = await launchBrowser(inject('chromiumPath'));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(first.urls.shop);
  await moveAround(page);
  await pressQuickly(page, '#pay-invoice', 2);
  // Leaving sends what is left; stopping right after loses none of it.
  await page.goto('about:blank');
  await expect.poll(async () => (await findSessions(first))[0]?.totalClicks).toBe(2);
  const before = await findSessions(first);
  await first.stop();
  expect(await findDataOwner(join(dataDir, 'mongo'))).toBeNull();

  const second = await startTestSystem({ dataDir });
  onTestFinished(() => second.stop());
  expect(await findSessions(second)).toEqual(before);
  expect(second.ownerToken).toBe(first.ownerToken);
  expect((await stat(join(dataDir, 'owner-token'))).mode & 0o777).toBe(0o600);
});

test('npm start says what runs where, and one Ctrl-C, however often it arrives, stops it all', async () => {
  const mongodbUri = withDatabase(inject('mongodbUri'), 'e2e_start');
  const start = runStart({ MONGODB_URI: mongodbUri, TRAILGRAPH_DATA: '' });
  onTestFinished(() => void start.child.kill('SIGKILL'));
  await start.says('Ctrl-C stops everything');
  const dashboard = /http:\/\/localhost:\d+\/#token=\S+/.exec(start.output())?.[0] ?? '';
  const config = await fetch(new URL('/config.json', dashboard));
  const { apiUrl } = (await config.json()) as { apiUrl: string };
  expect(start.output()).toContain(`${apiUrl}/graphql`);
  // A terminal, npm and the bootstrap may each pass it on.
  start.child.kill('SIGINT');
  start.child.kill('SIGINT');
  expect(await start.exited).toBe(0);
  expect(start.output()).toContain('Everything is stored.');
  await expect(fetch(apiUrl)).rejects.toThrow();
  await expect(fetch(dashboard)).rejects.toThrow();
});

test('a port in use is one clear sentence and exit code 1', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const start = runStart({ PORT_SHOP: port });
  expect(await start.exited).toBe(1);
  expect(start.output()).toContain(`Port ${port} (the demo shop) is in use: stop what uses it`);
  expect(start.output().trim().split('\n')).toHaveLength(1);
});

test('no MongoDB, no Python and no network is one clear sentence and exit code 1', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'trailgraph-bare-'));
  onTestFinished(() => rm(empty, { recursive: true }));
  const start = runStart({
    // Only Node is left on this PATH.
    PATH: join(process.execPath, '..'),
    TRAILGRAPH_DATA: empty,
    MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:9',
  });
  expect(await start.exited).toBe(1);
  expect(start.output()).toContain('No MongoDB was found, and Python 3');
  expect(start.output()).toContain('set MONGODB_URI');
});

test('data that another Trailgraph has open is one clear sentence and exit code 1', async () => {
  const system = await startTestSystem({ dataDir });
  onTestFinished(() => system.stop());
  await expect(startTestSystem({ dataDir })).rejects.toThrow(
    'Another Trailgraph is using the data',
  );
  // The refused one has not disturbed the running one.
  expect((await fetch(`${system.urls.api}/health`)).status).toBe(200);
  expect(await readFile(join(dataDir, 'owner-token'), 'utf8')).toContain(system.ownerToken);
});
