import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { eventShapes } from '../../schema/wire/events.ts';
import { packBatch } from '../../schema/wire/outgoing.ts';
import type { FakeCollector } from '../testing/fake-collector.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { startTracked, trackedPage } from '../testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;

/** By field: none of their lengths is a number that a count could be by chance. */
const secrets: Readonly<Record<string, string>> = {
  person: `Rumpelstilzchen-${'q'.repeat(50)}`,
  password: `hunter2-${'w'.repeat(63)}`,
  card: `4111111111111111${'7'.repeat(57)}`,
  note: `The cellar door is open. ${'z'.repeat(66)}`,
};

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage(
    '/secret',
    trackedPage(`<form name="order" onsubmit="return false">
      <input name="person"><input name="password" type="password"><input name="card">
      <textarea name="note"></textarea>
      <select name="illness"><option>measles-option</option><option>mumps-option</option></select>
      <input type="radio" name="faith" value="druid-value"><input type="hidden" name="t" value="hidden-value">
      <button>Send</button></form>`),
  );
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});

it('sends no byte of what is typed, chosen or hidden in a form, and no length of it', async () => {
  const page = await browser.newPage();
  await page.goto(`${collector.url}/secret`);
  await page.locator('[name=person]').focus();
  await vi.waitFor(() => expect(collector.requests).toContain('/t-extra.js'), 5_000);
  await vi.waitFor(() => expect(collector.events('form').length).toBeGreaterThan(0), 10_000);
  for (const [name, secret] of Object.entries(secrets)) {
    await page.locator(`[name=${name}]`).focus();
    await page.keyboard.type(secret);
    await page.keyboard.press('Backspace');
  }
  await page.locator('[name=illness]').selectOption('mumps-option');
  await page.locator('[name=faith]').check();
  await page.locator('button').click();
  await page.goto('about:blank');
  await vi.waitFor(() => expect(collector.events('visibility').at(-1)?.state).toBe(2), 10_000);

  const fields = collector.events('field');
  expect(fields.map(({ field }) => field)).toEqual([...Object.keys(secrets), 'illness', 'faith']);
  // Every byte that went out, and the same as JSON: any five characters of a secret in a row would be found.
  const sent = collector.batches
    .map((batch) => Buffer.from(packBatch(batch)).toString('latin1') + JSON.stringify(batch))
    .join('\n');
  const values = [
    ...Object.values(secrets),
    'mumps-option',
    'measles-option',
    'druid-value',
    'hidden-value',
  ];
  for (const piece of values.flatMap(piecesOf)) expect(sent).not.toContain(piece);

  const lengths = new Set(
    Object.values(secrets).flatMap(({ length }) => [length - 1, length, length + 1]),
  );
  const { numbers } = eventShapes.field;
  const counts = numbers.filter((name) => !name.endsWith('Ms'));
  for (const visit of fields) {
    for (const name of counts) expect(lengths).not.toContain(visit[name]);
    expect(visit.changes).toBe(1);
  }
});

function piecesOf(value: string): string[] {
  return Array.from({ length: value.length - 4 }, (_, i) => value.slice(i, i + 5));
}
