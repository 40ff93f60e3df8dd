import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { FormState } from '../../schema/wire/events.ts';
import type { FakeCollector } from '../testing/fake-collector.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { startTracked, trackedPage } from '../testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const specimen = trackedPage(`
  <form name="order" action="/next" id="order-form">
    <input name="mail" type="email" required>
    <input name="secret" type="password">
    <label><input type="radio" name="way" value="a"> a</label>
    <label><input type="radio" name="way" value="b"> b</label>
    <input type="checkbox" name="gift">
    <input type="hidden" name="token" value="hidden-value">
    <select name="land"><option value="">choose</option><option value="se">Sweden</option></select>
    <span data-trail-ignore><input name="ignored"></span>
    <textarea id="note"></textarea>
    <button>Send</button>
  </form>
  <input name="voucher" form="order-form">
  <input name="search" type="search">
  <div contenteditable id="editor"></div>
  <x-field></x-field>
  <form id="inner"><x-field></x-field><button id="inner-send">Go</button></form>
  <button id="script-submit" type="button" onclick="document.forms.order.submit()">x</button>
  <script>
    customElements.define('x-field', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML =
          '<input name="deep"><form name="shadowed"><input name="own"><button>s</button></form>';
      }
    });
  </script>`);

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage('/form', specimen);
  collector.setPage('/next', trackedPage('<p>Thanks</p>'));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = 0;
  collector.requests.length = 0;
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${collector.url}/form`);
  return () => context.close();
});

/** Gives a field the focus, and waits for the script that records forms. */
async function enter(selector: string): Promise<void> {
  await page.locator(selector).first().focus();
  await vi.waitFor(() => expect(collector.requests).toContain('/t-extra.js'), 5_000);
  await vi.waitFor(() => expect(collector.events('form').length).toBeGreaterThan(0), 10_000);
}
/** Leaves the page: what is open is told. */
async function leave(): Promise<void> {
  await page.goto('about:blank');
  await vi.waitFor(() => expect(collector.events('visibility').at(-1)?.state).toBe(2), 10_000);
}
const states = (state: number) => collector.events('form').filter((event) => event.state === state);
const visits = (field: string) =>
  collector.events('field').filter((event) => event.field === field);

it('is loaded when a field gets the focus, and not before', async () => {
  await page.locator('button').first().focus();
  await page.waitForLoadState('networkidle');
  expect(collector.requests).not.toContain('/t-extra.js');
  await enter('[name=mail]');
});

it('tells of a form’s fields in their order: groups as one, hidden and ignored ones not at all', async () => {
  await enter('[name=mail]');
  expect(
    states(FormState.field).map(({ form, field, fieldType, order }) => [
      form,
      field,
      fieldType,
      order,
    ]),
  ).toEqual([
    ['order', 'mail', 'email', 0],
    ['order', 'secret', 'password', 1],
    ['order', 'way', 'radio', 2],
    ['order', 'gift', 'checkbox', 3],
    ['order', 'land', 'select-one', 4],
    ['order', 'note', 'textarea', 5],
    ['order', 'voucher', 'text', 6],
  ]);
});

it('times a visit, its hesitation, its corrections by runs, and tells a refill', async () => {
  await enter('[name=mail]');
  await page.waitForFunction((from) => performance.now() > from, (await now()) + 300);
  await page.keyboard.type('abcd');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.locator('[name=secret]').focus();
  await page.locator('[name=mail]').focus();
  await page.keyboard.type('y');
  await leave();
  const [first, second] = visits('mail');
  expect(first).toMatchObject({ changes: 1, corrections: 2, refilled: 0 });
  expect(first?.hesitationMs).toBeGreaterThan(290);
  expect(first?.durationMs).toBeGreaterThanOrEqual(first?.hesitationMs ?? 0);
  expect(second).toMatchObject({ refilled: 1, corrections: 0 });
  expect(visits('secret')).toMatchObject([{ hesitationMs: -1, changes: 0 }]);
});
const now = () => page.evaluate(() => performance.now());

it('takes a group of radio buttons for one field, and one visit', async () => {
  await enter('[name=way]');
  await page.locator('[name=way]').first().check();
  await page.keyboard.press('ArrowDown');
  await leave();
  expect(visits('way')).toHaveLength(1);
  expect(visits('way')[0]).toMatchObject({ fieldType: 'radio', changes: 2 });
});

it('tells what was blank at a submission, but not whether a box was checked', async () => {
  await enter('[name=mail]');
  await page.keyboard.type('a@b.example');
  await page.locator('[name=land]').selectOption('se');
  await page.locator('form[name=order] button').click();
  await page.waitForURL('**/next**');
  await vi.waitFor(() => expect(states(FormState.submit)).toHaveLength(1), 5_000);
  expect(states(FormState.blank).map(({ field }) => field)).toEqual([
    'secret',
    'way',
    'note',
    'voucher',
  ]);
});

it('tells an attempt with invalid fields from a submission', async () => {
  await page.locator('form[name=order]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
    form.addEventListener('submit', (event) => event.preventDefault());
  });
  await enter('[name=mail]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a@b.example');
  await page.keyboard.press('Enter');
  await leave();
  expect(states(FormState.refused)).toHaveLength(1);
  expect(states(FormState.submit)).toHaveLength(1);
});

it('takes an invalid form that the page lets go for submitted', async () => {
  await page.locator('form[name=order]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await enter('[name=mail]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/next**');
  await vi.waitFor(() => expect(states(FormState.submit)).toHaveLength(1), 5_000);
});

it.each(['requestSubmit', 'submit'] as const)('sees a submission by form.%s()', async (method) => {
  await enter('[name=mail]');
  await page.keyboard.type('a@b.example');
  await page
    .locator('form[name=order]')
    .evaluate((form: HTMLFormElement, by) => form[by](), method);
  await page.waitForURL('**/next**');
  await vi.waitFor(() => expect(states(FormState.submit)).toHaveLength(1), 5_000);
});

it('takes a form that is only read for none that was submitted', async () => {
  await enter('[name=mail]');
  await page.keyboard.type('a@b.example');
  await page.locator('form[name=order]').evaluate((form: HTMLFormElement) => new FormData(form));
  await page.keyboard.type('m');
  await leave();
  expect(states(FormState.submit)).toHaveLength(0);
});

it('groups the fields outside forms, also in shadow roots', async () => {
  await enter('[name=search]');
  expect(states(FormState.field).map(({ form, field }) => [form, field])).toEqual([
    ['', 'search'],
    ['', 'editor'],
    ['', 'deep'],
  ]);
  await page.locator('#editor').click();
  await page.keyboard.type('hello');
  await leave();
  expect(visits('editor')).toMatchObject([{ form: '', fieldType: 'editable', changes: 1 }]);
});

it('follows forms into shadow roots, and shadow roots into forms', async () => {
  await enter('#inner [name=deep]');
  await page.keyboard.type('z');
  await page.locator('#inner-send').click();
  await page.waitForURL('**/form?');
  await vi.waitFor(
    () => expect(states(FormState.submit)).toMatchObject([{ form: 'inner' }]),
    5_000,
  );
  await page.locator('x-field').first().locator('[name=own]').focus();
  await vi.waitFor(
    () => expect(states(FormState.field).map(({ form }) => form)).toContain('shadowed'),
    10_000,
  );
  await page.locator('x-field').first().locator('[name=own]').fill('q');
  await page.locator('x-field').first().locator('button').click();
  await vi.waitFor(
    () => expect(states(FormState.submit).map(({ form }) => form)).toContain('shadowed'),
    5_000,
  );
});
