import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { launchBrowser } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_forms'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

interface Form {
  readonly name: string | null;
  readonly [number: string]: unknown;
}
async function askForms(): Promise<readonly Form[]> {
  const query = `{ forms(page: "/checkout") {
    name starts submits abandonments refusals dropOffField { name }
    fields { name type reached leftBlank leftHere }
  } }`;
  const response = await fetch(`${system.urls.api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { forms: Form[] } };
  return data.forms;
}

test('a visitor who leaves the shop’s checkout at the e-mail, and one who orders, stand in the numbers', async () => {
  const leaving = await browser.newPage();
  const loaded = leaving.waitForResponse(/t-extra\.js/);
  await leaving.goto(`${system.urls.shop}/checkout`);
  await leaving.locator('#name').click();
  await loaded;
  await leaving.locator('#name').pressSequentially('Ada');
  await leaving.locator('#email').click();
  await leaving.locator('#email').pressSequentially('ada@');
  await leaving.goto('about:blank');

  const ordering = await browser.newPage();
  const loadedAgain = ordering.waitForResponse(/t-extra\.js/);
  await ordering.goto(`${system.urls.shop}/checkout`);
  await ordering.locator('#name').click();
  await loadedAgain;
  const answers = { name: 'Bo', email: 'bo@example.com', street: 'A 1', postcode: '1', city: 'B' };
  await ordering.getByRole('button', { name: 'Place order' }).click();
  for (const [id, answer] of Object.entries(answers)) {
    await ordering.locator(`#${id}`).click();
    await ordering.locator(`#${id}`).pressSequentially(answer);
  }
  await ordering.getByRole('button', { name: 'Place order' }).click();
  await ordering.waitForURL('**/checkout/done');
  await ordering.goto('about:blank');

  await expect.poll(askForms, { timeout: 20_000 }).toMatchObject([
    {
      ...{ name: 'checkout', starts: 2, submits: 1, abandonments: 1, refusals: 1 },
      dropOffField: { name: 'email' },
    },
  ]);
  const [form] = await askForms();
  const fields = form?.fields as { name: string; reached: number; leftBlank: number }[];
  expect(fields.map(({ name }) => name)).toEqual([
    ...['name', 'email', 'street', 'postcode', 'city', 'country', 'delivery', 'gift', 'note'],
  ]);
  expect(fields.find(({ name }) => name === 'note')).toMatchObject({ reached: 0, leftBlank: 1 });
});
