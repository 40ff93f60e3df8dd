import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeElement } from '../testing/made-heat.ts';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  dashboard.api.sessions.push(makeSession({ number: 1, startedAt: Date.now(), site }));
  Object.assign(dashboard.api.fields, makeNumbers(dashboard.api.sessions));
});
afterAll(() => dashboard.close());

test('a pattern is told with its confidence and four bars, for everyone and for one person', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people`);
  await page.getByText('Explorer').waitFor();
  await page.getByText('Confidence 70 %').waitFor();
  await expect
    .poll(() => page.locator('.bars dt').allTextContents())
    .toEqual(['Click Precision', 'Movement Efficiency', 'Rage Clicks', 'Hesitation']);
  await expect
    .poll(() => page.locator('.bars dd').allTextContents())
    .toEqual(['64', '88', '4', '37']);
  await page.getByRole('link', { name: 'Visitor k2Rv9Q' }).click();
  await page.getByRole('heading', { name: 'k2Rv9Q2mAbCdEfGh' }).waitFor();
  await expect.poll(() => page.url()).toContain('person=k2Rv9Q2mAbCdEfGh');
  const person = page.getByRole('region', { name: 'Statistics' });
  await expect
    .poll(() => person.getByRole('link', { name: '6.2 % rage' }).getAttribute('href'))
    .toBe('/sessions?site=shop&visitor=k2Rv9Q2mAbCdEfGh&rage=1');
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  await page.close();
});

test('any dates can be asked for, and stand beside the days before', async () => {
  const asked: { from?: string; to?: string; days?: number }[] = [];
  const { mouseStatistics } = dashboard.api.fields as { mouseStatistics: object };
  dashboard.api.fields.mouseStatistics = (args: { days?: number; to?: string }) => {
    asked.push(args);
    const isBefore = args.to?.startsWith('2026-02');
    return { ...mouseStatistics, totalClicks: isBefore ? 4_655 : 9_310 };
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people?from=2026-03-01&to=2026-03-07&compare=1`);
  await page.locator('.card', { hasText: 'Total clicks' }).getByText('+100 %').waitFor();
  await page.getByText('Before: explorer, confidence 70 %.').waitFor();
  // Berlin's days, and as many right before.
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ from: '2026-02-28T23:00:00.000Z', to: '2026-03-07T22:59:59.999Z' }),
      expect.objectContaining({ from: '2026-02-21T23:00:00.000Z', to: '2026-02-28T22:59:59.999Z' }),
    ]),
  );
  dashboard.api.fields.mouseStatistics = mouseStatistics;
  await page.close();
});

test('all people can be listed page by page, and are saved whole', async () => {
  const all = Array.from({ length: 130 }, (_, i) => ({
    ...{ visitorId: `visitor-${i}`, userId: `user-${i}`, identified: true, device: 'MOBILE' },
    ...{ lastSeenAt: '2026-03-12T12:00:00.000Z', browser: null, country: 'DE', sessionCount: i },
  }));
  dashboard.api.fields.people = ({ first, after }: { first: number; after?: string }) => {
    const start = Number(after ?? 0);
    const end = start + first;
    const pageInfo = { hasNextPage: end < all.length, endCursor: `${end}` };
    return { nodes: all.slice(start, end), pageInfo };
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people`);
  const rows = page.getByRole('region', { name: 'Latest visitors: rows' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(50);
  await page.getByRole('button', { name: 'Show more people' }).click();
  await expect.poll(() => rows.count()).toBe(100);
  await page.getByRole('button', { name: 'Show more people' }).click();
  await expect.poll(() => rows.count()).toBe(130);
  await expect.poll(() => page.getByRole('button', { name: 'Show more people' }).count()).toBe(0);
  await page.reload();
  await expect.poll(() => rows.count()).toBe(50);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('group', { name: 'Export people' }).getByRole('button', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(131);
  await page.close();
});

test('elements of one label say where each is, and what a page calls them is text', async () => {
  const { fields } = dashboard.api;
  const before = fields.mouseStatistics as object;
  const clicked = (path: string, clicks: number, label = 'summary') => ({
    ...{ page: '/help', clicks },
    element: { ...makeElement(label), label, path },
  });
  const nasty = '<img src=x onerror="document.title=1">';
  fields.mouseStatistics = {
    ...before,
    mostClickedElements: [
      clicked('details:nth-of-type(1) > summary', 30),
      clicked('details:nth-of-type(2) > summary', 20),
      clicked('main > img', 10, nasty),
    ],
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people`);
  const table = page.getByRole('region', { name: 'Most clicked', exact: true });
  await expect
    .poll(() => table.getByRole('rowheader').allTextContents())
    .toEqual(['summary in 1st details', 'summary in 2nd details', nasty]);
  expect(await table.locator('img').count()).toBe(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('summary (in 2nd details),/help,20');
  fields.mouseStatistics = before;
  await page.close();
});

test('a number of an element’s clicks opens those who clicked it', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people`);
  const clicked = page.getByRole('region', { name: 'Most clicked', exact: true });
  await clicked.getByRole('button', { name: '1,204' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clicks on button “Add to cart”' });
  await dialog.getByText('3 sessions on /product/:id').waitFor();
  await page.close();
});
