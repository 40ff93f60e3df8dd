import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
const site = makeSite('shop', 'Shop');
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  Object.assign(dashboard.api.fields, makeNumbers([]), { site });
});
afterAll(() => dashboard.close());

test('the tag can be copied, and the page says by itself when events arrive', async () => {
  dashboard.api.fields.site = { ...site, lastEventAt: null };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/settings`);
  await page.getByText('data-site="shop"').waitFor();
  await page.getByText('Nothing received yet').waitFor();
  dashboard.api.fields.site = { ...site, lastEventAt: new Date().toISOString() };
  await page.getByText('Receiving events').waitFor();
  await page.close();
});

test('settings are saved as they stand in the form', async () => {
  const page = await dashboard.browser.newPage();
  let saved: unknown;
  await page.route('**/graphql', async (route) => {
    const body: { operationName?: string; variables?: unknown } = route.request().postDataJSON();
    if (body.operationName === 'UpdateSite') saved = body.variables;
    await route.continue();
  });
  await page.goto(`${dashboard.url}/settings`);
  await page.getByLabel('Origins that may send').fill('https://a.example\nhttps://b.example');
  await page.getByLabel('Days that data is kept').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => saved)
    .toMatchObject({
      id: 'site-shop',
      input: { origins: ['https://a.example', 'https://b.example'], retentionDays: 90 },
    });
  await page.close();
});

test('what was saved can be taken back, and what is refused is told at its field', async () => {
  const saved: { origins: string[] }[] = [];
  dashboard.api.fields.updateSite = ({ input }: { input: { origins: string[] } }) => {
    if (input.origins.includes('nonsense'))
      throw new GraphQLError('origins: "nonsense" is no origin such as https://shop.example', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    saved.push(input);
    return { ...site, ...input };
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/settings`);
  const origins = page.getByLabel('Origins that may send');
  await origins.fill('nonsense');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('"nonsense" is no origin').waitFor();
  await expect.poll(() => origins.evaluate((field) => field === document.activeElement)).toBe(true);
  await origins.fill('https://b.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('As it was before.').waitFor();
  expect(saved.map((input) => input.origins)).toEqual([['https://b.example'], site.origins]);
  await expect.poll(() => origins.inputValue()).toBe('https://shop.example');
  await page.close();
});

test('a new token is shown once, is listed, and is revoked after asking', async () => {
  interface Token {
    readonly id: string;
    readonly name: string;
  }
  const { fields } = dashboard.api;
  const listed = () => fields.tokens as readonly Token[];
  fields.createToken = ({ input }: { input: { name: string; sites: readonly string[] } }) => {
    const token = { ...input, id: 't9', role: 'READER', createdAt: '2026-03-01T00:00:00.000Z' };
    fields.tokens = [...listed(), token];
    return { secret: 'tg_shown-once', token };
  };
  fields.revokeToken = ({ id }: { id: string }) => {
    fields.tokens = listed().filter((token) => token.id !== id);
    return true;
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/settings`);
  await page.getByLabel('For whom').fill('Analysts');
  const least = page.getByLabel('What it may do').locator('option:checked');
  await expect.poll(() => least.textContent()).toBe('Read Shop');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const shown = page.getByRole('dialog', { name: 'The new token' });
  await shown.getByText('tg_shown-once').waitFor();
  await shown.getByRole('button', { name: 'Close' }).click();
  await page.getByText('tg_shown-once').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Revoke owner' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Revoke Analysts' }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('button', { name: 'Revoke Analysts' }).waitFor({ state: 'detached' });
  await page.close();
});

test('a person is erased only after a second word, and a report says what went', async () => {
  const asked: unknown[] = [];
  dashboard.api.fields.deleteVisitor = (who: unknown) => {
    asked.push(who);
    return {
      visitors: 2,
      removed: [
        { collection: 'sessions', documents: 7 },
        { collection: 'hovers', documents: 0 },
      ],
      remaining: [{ collection: 'sessions', documents: 0 }],
    };
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/settings`);
  await page.getByLabel(/^By/).selectOption('user');
  await page.getByLabel('The id, as').fill('ada@example.org');
  await page.getByRole('button', { name: 'Erase…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase ada@example.org?' });
  await dialog.getByText('cannot be undone').waitFor();
  expect(asked).toEqual([]);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.getByText('2 visitors erased. Found afterwards: 0 documents.').waitFor();
  await expect.poll(() => dialog.getByRole('rowheader').allTextContents()).toEqual(['sessions']);
  expect(asked).toMatchObject([{ site: 'shop', user: 'ada@example.org' }]);
  await page.close();
});
