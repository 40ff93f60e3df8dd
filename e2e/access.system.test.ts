import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { ask } from './testing/ask.ts';
import { launchBrowser } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;

beforeAll(async () => {
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_access'),
    localMode: false,
  });
});

afterAll(() => system?.stop());

const sites = '{ sites { siteId } }';

test('without a token a stranger reads nothing, and with a wrong one neither', async () => {
  for (const token of [null, 'tg_wrong', system.replaySecret]) {
    const { data, errors } = await ask(system, sites, {}, token);
    expect(data).toBeNull();
    expect(JSON.stringify(errors)).toContain('UNAUTHENTICATED');
  }
});

test('the owner’s token reads', async () => {
  const { data } = await ask(system, sites);
  expect(data).toEqual({ sites: [{ siteId: system.site }] });
});

test('what the collector proves itself with hands batches over and reads nothing', async () => {
  expect((await ask(system, sites, {}, system.ingestSecret)).data).toBeNull();
});

test('the link of the banner opens the dashboard signed in; without it there is nothing to see', async () => {
  const browser = await launchBrowser(inject('chromiumPath'));
  try {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(system.urls.dashboard);
    await stranger.getByLabel(/token/i).first().waitFor();
    const owner = await (await browser.newContext()).newPage();
    await owner.goto(`${system.urls.dashboard}/#token=${system.ownerToken}`);
    await owner.getByRole('heading', { name: 'Sessions' }).waitFor();
    expect(owner.url()).not.toContain(system.ownerToken);
  } finally {
    await browser.close();
  }
});
