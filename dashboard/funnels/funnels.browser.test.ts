import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeQuestions } from '../testing/made-questions.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  for (let number = 0; number < 3; number++) {
    dashboard.api.sessions.push(makeSession({ number, startedAt: Date.now(), site }));
  }
  Object.assign(dashboard.api.fields, makeQuestions(dashboard.api.sessions));
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

const field = () => page.getByLabel('Next step');
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);

test('a funnel is built from what the site has, by keyboard, and is all in the address', async () => {
  await page.goto(`${dashboard.url}/funnels`);
  await page.getByText('Add two steps or more').waitFor();
  await page.locator('datalist option').first().waitFor({ state: 'attached' });
  await field().fill('Page /');
  await field().fill('Click button#pay-swift on /checkout');
  await field().fill('bought');
  await field().press('Enter');
  await page.getByText('36 % came through').waitFor();
  expect(JSON.parse(parameter('steps') ?? '')).toEqual([
    { page: '/' },
    { page: '/checkout', element: '["main > #pay-swift","button","pay-swift"]' },
    { event: 'bought' },
  ]);
  await page.getByRole('button', { name: 'Move step 3 up' }).press('Enter');
  await page.getByRole('button', { name: 'Remove step 1' }).press('Enter');
  await page.getByText('60 % came through').waitFor();
  await expect
    .poll(() => page.locator('.step-builder li .step-name').allTextContents())
    .toEqual(['Event bought', 'Click button#pay-swift on /checkout']);
  const widths = await page
    .locator('.funnel-bar > i')
    .evaluateAll((bars) =>
      bars.map((bar) =>
        Math.round((bar.clientWidth / (bar.parentElement?.clientWidth ?? 1)) * 100),
      ),
    );
  expect(widths).toEqual([100, 60]);
});

const steps = encodeURIComponent('[{"page":"/"},{"page":"/checkout"},{"event":"bought"}]');

test('rules, device, breakdown and comparison are asked for and shown', async () => {
  const asked: object[] = [];
  const { funnel } = dashboard.api.fields as { funnel: (args: object) => object };
  dashboard.api.fields.funnel = (args: object) => {
    asked.push(args);
    return funnel(args);
  };
  await page.goto(`${dashboard.url}/funnels?steps=${steps}`);
  await page.getByRole('combobox', { name: /^Device/ }).selectOption('Tablet');
  await expect.poll(() => asked.at(-1)).toMatchObject({ device: 'TABLET' });
  await page.getByLabel('Order').selectOption('STRICT');
  await page.getByLabel('Window').selectOption('1440');
  await page.getByLabel('Split by').selectOption('DEVICE');
  await page.getByText('Compare with before').click();
  await page.getByRole('heading', { name: 'By device' }).waitFor();
  await page.locator('.funnel-bar[data-before]').first().waitFor();
  await expect.poll(() => parameter('order')).toBe('STRICT');
  await expect.poll(() => parameter('window')).toBe('1440');
  await page.getByRole('cell', { name: '41 %' }).waitFor();
  await page.getByRole('rowheader', { name: 'Not known' }).waitFor();
  dashboard.api.fields.funnel = funnel;
});

test('the steps are a table too, and a file of it', async () => {
  await page.goto(`${dashboard.url}/funnels?steps=${steps}&compare=1`);
  await page.getByText('Step by step, as a table').press('Enter');
  const table = page.getByRole('region', { name: 'Step by step', exact: true });
  await table.getByRole('rowheader', { name: '2 /checkout' }).waitFor();
  const downloading = page.waitForEvent('download');
  await table.getByRole('button', { name: 'CSV' }).click();
  const stream = await (await downloading).createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  expect(
    text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').slice(0, 3).join()),
  ).toEqual([
    'Step,Visitors,Of the first',
    '1 /,1200,100',
    '2 /checkout,720,60',
    '3 bought,432,36',
  ]);
});

test('a funnel that nobody entered says so', async () => {
  const { funnel } = dashboard.api.fields as { funnel: (args: object) => object };
  dashboard.api.fields.funnel = (args: object) => ({
    ...funnel(args),
    ...{ visitors: 0, converted: 0, conversionPercent: null, medianMs: null },
  });
  await page.goto(`${dashboard.url}/funnels?steps=${steps}`);
  await page.getByRole('heading', { name: 'Nobody reached the first step' }).waitFor();
  dashboard.api.fields.funnel = funnel;
});

test('who dropped at a step leads to the session at that moment', async () => {
  await page.goto(`${dashboard.url}/funnels?steps=${steps}`);
  await page.getByRole('button', { name: '288 dropped here' }).click();
  await page.getByText('288 visitors reached step 2').waitFor();
  await expect.poll(() => parameter('drop')).toBe('2');
  await page.getByText('nowhere: they left').waitFor();
  await page.getByText('The newest 50 of 480 are listed.').waitFor();
  const link = page.locator('.drop-offs a').first();
  await expect.poll(() => link.getAttribute('href')).toMatch(/^\/sessions\/session.*[?&]t=8(&|$)/);
  await link.click();
  await page.locator('.event-row').first().waitFor();
});

test('those who dropped are listed page by page, and saved whole', async () => {
  await page.goto(`${dashboard.url}/funnels?steps=${steps}&drop=1`);
  const list = page.getByRole('region', { name: 'Sessions that dropped at step 1', exact: true });
  const rows = list.locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows.count()).toBe(100);
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect.poll(() => rows.count()).toBe(120);
  await page.getByText('The newest 120 of 480 are listed.').waitFor();
  await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
  const downloading = page.waitForEvent('download');
  await list.getByRole('button', { name: 'CSV' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(121);
  await page.getByRole('button', { name: '480 dropped here' }).click();
  await list.waitFor({ state: 'detached' });
});

test('a funnel is kept under a name', async () => {
  const saved: Record<string, unknown>[] = [];
  dashboard.api.fields.funnels = saved;
  dashboard.api.fields.saveFunnel = ({ input }: { input: Record<string, unknown> }) => {
    saved.push({ ...input, id: 'f1' });
    return saved[0];
  };
  dashboard.api.fields.deleteFunnel = () => saved.splice(0).length > 0;
  await page.goto(`${dashboard.url}/funnels?steps=${steps}&order=STRICT`);
  await page.getByLabel('Name of this funnel').fill('Checkout');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.goto(`${dashboard.url}/funnels`);
  await page.getByRole('combobox', { name: 'Saved funnels' }).selectOption('Checkout');
  await page.getByText('36 % came through').waitFor();
  await expect.poll(() => parameter('order')).toBe('STRICT');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Deleted').waitFor();
});
