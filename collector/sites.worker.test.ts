import { expect, it, vi } from 'vitest';
import { makePacked, post } from './testing/batches.ts';
import { startPair } from './testing/start.ts';
import { siteOf } from './testing/stub-api.ts';

it('asks for the sites’ settings once for many batches that come together', async () => {
  const { url, api } = await startPair();
  const answers = await Promise.all(Array.from({ length: 30 }, () => post(url)));
  expect(answers.every(({ status }) => status === 202)).toBe(true);
  expect(api.siteQuestions).toBe(1);
});

it('goes on with the last settings while the API does not tell them', async () => {
  const { url, api } = await startPair(undefined, { sitesCacheMs: 0 });
  expect(await post(url)).toMatchObject({ status: 202 });
  api.sitesFailure = 503;
  expect(await post(url)).toMatchObject({ status: 202 });
  api.sitesFailure = 0;
  expect(await post(url)).toMatchObject({ status: 202 });
  expect(await post(url, makePacked({ site: 'other' }))).toMatchObject({ status: 403 });
});

it('asks senders to come again where no settings were ever known', async () => {
  const { url, api } = await startPair();
  api.sitesFailure = 500;
  const answer = await post(url);
  expect(answer).toMatchObject({ status: 503 });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('obeys changed settings as soon as it learns of them', async () => {
  const { url, api } = await startPair(undefined, { sitesCacheMs: 0 });
  expect(await post(url)).toMatchObject({ status: 202 });
  api.sites = [siteOf('shop', { origins: ['https://shop.example'] })];
  expect(await post(url)).toMatchObject({ status: 403 });
});

it('learns of a new site without waiting for its settings to grow old', async () => {
  const { url, api } = await startPair();
  expect(await post(url)).toMatchObject({ status: 202 });
  api.sites = [siteOf('shop'), siteOf('new')];
  await vi.waitFor(
    async () => expect(await post(url, makePacked({ site: 'new' }))).toMatchObject({ status: 202 }),
    { timeout: 5_000, interval: 100 },
  );
});
