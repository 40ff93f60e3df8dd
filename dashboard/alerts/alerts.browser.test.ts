import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const alert = {
  ...{ id: 'alert1', name: 'Rage at checkout', rule: 'ABOVE', metric: 'RAGE_CLICK_RATE' },
  ...{ threshold: 5, windowHours: 1, minCount: 10, page: '/checkout', isFiring: true },
  ...{ webhookUrl: 'https://hooks.example/rage', silencedUntil: null as string | null },
};
const firing = {
  ...{
    id: 'firing1',
    alertId: alert.id,
    alertName: alert.name,
    at: new Date(Date.now() - 3 * 86_400_000),
    endedAt: null,
  },
  ...{ message: 'Rage-click rate of /checkout: 12.5 % over 1 hour, above 5 %', isTest: false },
  ...{ delivery: 'FAILED', problem: 'It answered 500.', attempts: 6, value: 12.5 },
};
/** What was asked to be changed. */
const changes: object[] = [];
let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  const sessions = [makeSession({ number: 1, startedAt: Date.now(), site, rage: true })];
  dashboard.api.sessions.push(...sessions);
  Object.assign(dashboard.api.fields, makeNumbers(sessions), {
    alerts: [alert],
    alertFirings: [firing],
    createAlert: ({ input }: { input: object }) => ({
      secret: 'whsec_only-once',
      alert: { ...alert, ...input, id: 'alert2' },
    }),
    updateAlert: ({ input }: { input: object }) => {
      changes.push(input);
      return Object.assign(alert, input);
    },
    renewAlertSecret: () => ({ secret: 'whsec_renewed', alert }),
    silenceAlert: ({ until }: { until: string | null }) =>
      Object.assign(alert, { silencedUntil: until }),
  });
});
afterAll(() => dashboard.close());

test('alerts stand with their state, and what went off with its call', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/alerts`);
  await page.getByText('Going off').waitFor();
  await page.getByText('Rage-click rate, % of /checkout is above 5 over 1 h').waitFor();
  const table = page.getByRole('region', { name: 'What went off', exact: true });
  await table.getByText('It answered 500.').waitFor();
  await page.getByLabel('Silence Rage at checkout').selectOption('A week');
  await page.getByText('Silenced until').waitFor();
  const weekMs = 7 * 86_400_000;
  expect(Math.abs(Date.parse(alert.silencedUntil ?? '') - Date.now() - weekMs)).toBeLessThan(
    60_000,
  );
  await page.getByRole('button', { name: 'Let Rage at checkout call again' }).click();
  await page.getByText('Silenced until').waitFor({ state: 'detached' });
  expect(alert.silencedUntil).toBeNull();
  await page.close();
});

test('a new alert shows its secret this once', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/alerts`);
  await page.getByLabel('Name').fill('Nothing comes');
  await page.getByLabel('Goes off when it').selectOption('SILENT');
  await page.getByRole('spinbutton', { name: 'Minutes' }).fill('30');
  await page.getByLabel('Webhook').fill('https://hooks.example/silence');
  await page.getByRole('button', { name: 'Make the alert' }).click();
  const dialog = page.getByRole('dialog', { name: 'The signing secret' });
  await dialog.getByText('whsec_only-once').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByText('whsec_only-once').waitFor({ state: 'detached' });
  await page.close();
});

test('an alert is changed, with what it is to begin with', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/alerts`);
  await page.getByRole('button', { name: 'Change Rage at checkout' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change Rage at checkout' });
  await expect.poll(() => dialog.getByLabel('Value').inputValue()).toBe('5');
  await expect.poll(() => dialog.locator('.page-picker').inputValue()).toBe('/checkout');
  await dialog.getByLabel('Goes off when it').selectOption('RISEN');
  await dialog.getByRole('spinbutton', { name: 'Factor' }).fill('3');
  await dialog.getByLabel('Metric').selectOption('DEAD_CLICKS');
  await dialog.getByLabel('it says nothing').fill('0');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Dead clicks of /checkout has risen by the factor 3 over 1 h').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(changes).toEqual([
    {
      ...{ name: 'Rage at checkout', rule: 'RISEN', metric: 'DEAD_CLICKS', threshold: 3 },
      ...{
        windowHours: 1,
        minCount: 0,
        page: '/checkout',
        webhookUrl: 'https://hooks.example/rage',
      },
    },
  ]);
  Object.assign(alert, { rule: 'ABOVE', metric: 'RAGE_CLICK_RATE', threshold: 5, minCount: 10 });
  await page.close();
});

test('a new secret is shown this once, in place of the old one', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/alerts`);
  await page.getByRole('button', { name: 'Change Rage at checkout' }).click();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'The signing secret' });
  await dialog.getByText('whsec_renewed').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('whsec_renewed').waitFor({ state: 'detached' });
  await page.close();
});

test('what went off is marked on the overview’s chart', async () => {
  const page = await dashboard.browser.newPage({ colorScheme: 'light' });
  await page.goto(`${dashboard.url}/overview`);
  const canvas = page.locator('.uplot canvas').first();
  await canvas.waitFor();
  const countRed = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const { data } = element
        .getContext('2d')
        ?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
      let red = 0;
      for (let i = 0; i < data.length; i += 4) {
        const [r = 0, g = 0, b = 0] = [data[i], data[i + 1], data[i + 2]];
        if (r > 150 && g < 80 && b < 80) red++;
      }
      return red;
    });
  await expect.poll(countRed).toBeGreaterThan(100);
  await page.close();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([360, 1280, 2560])('it fits %i px, and axe finds nothing', async (width) => {
    const page = await dashboard.browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(`${dashboard.url}/alerts`);
    await page.getByText('Going off').waitFor();
    await page.getByText('It answered 500.').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Change Rage at checkout' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const beyond = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await page.addScriptTag({ path: axePath });
    const problems = await page.evaluate(async () => {
      const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    });
    expect(problems).toEqual([]);
    await page.close();
  });
});
