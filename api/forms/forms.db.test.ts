import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readDerived } from '../testing/derived-documents.ts';
import { makeVisit, type OpenedApi, openTestApi, type Visit } from '../testing/test-api.ts';

let api: OpenedApi;
const now = Date.now();
const url = 'https://shop.test/checkout';

const formsQuery = `query ($page: String, $days: Int) {
  forms(page: $page, days: $days, limit: 5) {
    page name views starts submits abandonments abandonmentRate refusals
    dropOffField { name }
    abandonedIn: sessions(which: ABANDONED, first: 3) { nodes { sessionId } }
    submittedIn: sessions(which: SUBMITTED, first: 3) { totalCount }
    fields {
      name type reached visits avgTimeSeconds avgHesitationMs changes corrections refills leftBlank leftHere
      left: sessions(which: LEFT, first: 3) { nodes { sessionId } }
      blank: sessions(which: BLANK, first: 3) { totalCount }
      refilled: sessions(which: REFILLED, first: 3) { totalCount }
    }
  }
}`;

interface Form {
  readonly name: string | null;
  readonly fields: readonly { readonly name: string }[];
  readonly [field: string]: unknown;
}
const ask = async (variables: Record<string, unknown> = {}) =>
  (await api.ask<{ forms: Form[] }>(formsQuery, { page: url, ...variables })).forms;

function open(session: string, setting: { url?: string; startedAt?: number } = {}): Visit {
  return makeVisit({ session, visitor: session, startedAt: now - 600_000, url, ...setting });
}
const fields = ['mail', 'card'];
function begin(visit: Visit, form = 'order'): void {
  for (const [order, field] of fields.entries())
    visit.event('form', { t: 1_000, state: 0, order, form, field, fieldType: 'text' });
}
function fill(visit: Visit, field: string, t: number, more: object = {}): void {
  const place = { form: 'order', field, fieldType: 'text', order: fields.indexOf(field) };
  const timing = { durationMs: 2_000, hesitationMs: 400, changes: 1 };
  visit.event('field', { t, ...place, ...timing, ...more });
}
function submit(visit: Visit, t: number, state = 1): void {
  visit.event('form', { t, state, form: 'order' });
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'forms_test');
  const done = open('done');
  begin(done);
  fill(done, 'mail', 1_000);
  fill(done, 'mail', 4_000, { refilled: 1, hesitationMs: 200, corrections: 3 });
  submit(done, 7_000, 3);
  fill(done, 'card', 8_000);
  submit(done, 11_000);
  const blank = open('blank');
  begin(blank);
  fill(blank, 'mail', 1_000, { hesitationMs: -1, changes: 0 });
  submit(blank, 4_000);
  const fieldOf = { order: 1, form: 'order', field: 'card', fieldType: 'text' };
  blank.event('form', { t: 4_000, state: 2, ...fieldOf });
  const left = open('left');
  begin(left);
  fill(left, 'mail', 1_000);
  fill(left, 'card', 4_000);
  const viewer = open('viewer');
  const old = open('old', { startedAt: now - 40 * 86_400_000 });
  begin(old);
  const elsewhere = open('elsewhere', { url: 'https://shop.test/search' });
  elsewhere.event('form', { t: 10, state: 0, form: '', field: 'q', fieldType: 'search' });
  const visits = [done, blank, left, viewer, old, elsewhere];
  await api.take(visits.map((visit) => visit.arrive(12_000)));
});

afterAll(() => api.stop());

test('a form’s numbers: views of its page, starts, submissions, abandonment', async () => {
  expect(await ask()).toMatchObject([
    {
      ...{ page: '/checkout', name: 'order', views: 4, starts: 3, submits: 2, abandonments: 1 },
      ...{
        abandonmentRate: expect.closeTo(33.333, 2),
        refusals: 1,
        dropOffField: { name: 'card' },
      },
      ...{ submittedIn: { totalCount: 2 }, abandonedIn: { nodes: [expect.anything()] } },
    },
  ]);
});

test('a field’s numbers, in the form’s order, with the sessions behind them', async () => {
  const [form] = await ask();
  expect(form?.fields).toMatchObject([
    {
      ...{ name: 'mail', type: 'text', reached: 3, visits: 4, avgTimeSeconds: 8 / 3, changes: 3 },
      ...{ avgHesitationMs: 1_000 / 3, corrections: 3, refills: 1, leftBlank: 0, leftHere: 0 },
      ...{ left: { nodes: [] }, blank: { totalCount: 0 }, refilled: { totalCount: 1 } },
    },
    {
      ...{ name: 'card', reached: 2, visits: 2, leftBlank: 1, leftHere: 1, refills: 0 },
      ...{ left: { nodes: [{ sessionId: open('left').sessionId }] }, blank: { totalCount: 1 } },
    },
  ]);
});

test('only the days asked for count, and only the page', async () => {
  expect(await ask({ days: 60 })).toMatchObject([{ starts: 4, abandonments: 2 }]);
  const all = (await ask({ page: null })).map(({ name }) => name);
  expect(all).toEqual(['order', null]);
  expect(await ask({ page: '/search' })).toMatchObject([{ name: null, abandonmentRate: null }]);
});

test('a later batch turns an abandoned form into a submitted one', async () => {
  const visit = open('slow', { url: 'https://shop.test/slow' });
  begin(visit);
  fill(visit, 'mail', 1_000);
  const first = visit.arrive(4_000);
  fill(visit, 'card', 5_000);
  submit(visit, 8_000);
  const second = visit.arrive(9_000);
  await api.take([first]);
  const page = '/slow';
  expect(await ask({ page })).toMatchObject([{ submits: 0, dropOffField: { name: 'mail' } }]);
  await api.take([second]);
  expect(await ask({ page })).toMatchObject([
    { submits: 1, abandonments: 0, dropOffField: null, abandonedIn: { nodes: [] } },
  ]);
});

test('batches in the other order, and twice, give the same', async () => {
  const before = await readDerived(api.db);
  const visits = ['a', 'b'].map((name) => {
    const visit = open(`turned-${name}`, { url: `https://shop.test/turned-${name}` });
    begin(visit);
    const batches = [visit.arrive(2_000)];
    fill(visit, 'mail', 3_000);
    batches.push(visit.arrive(6_000));
    submit(visit, 7_000);
    batches.push(visit.arrive(8_000));
    return batches;
  });
  await api.take(visits[0] ?? []);
  for (const batch of (visits[1] ?? []).toReversed()) await api.take([batch, batch]);
  const [[a], [b]] = await Promise.all([ask({ page: '/turned-a' }), ask({ page: '/turned-b' })]);
  const withoutNames = (form: Form | undefined) =>
    JSON.stringify(form).replaceAll(/"(page|sessionId)":"[^"]*"/g, '');
  expect(withoutNames(a)).toBe(withoutNames(b));
  expect(before).not.toEqual(await readDerived(api.db));
});

test('in the list of events a form is one event, with its fields', async () => {
  const { events } = await api.ask<{ events: { nodes: unknown[] } }>(
    `query ($session: ID!) { events(session: $session, types: [FORM]) { nodes {
      type tMs ... on FormEvent { form isSubmitted refusals lastField fields { name visits hesitationMs isBlank } }
    } } }`,
    { session: open('done').sessionId },
  );
  expect(events.nodes).toEqual([
    {
      ...{ type: 'FORM', tMs: 1_000, form: 'order', isSubmitted: true, refusals: 1 },
      lastField: 'card',
      fields: [
        { name: 'mail', visits: 2, hesitationMs: 300, isBlank: false },
        { name: 'card', visits: 1, hesitationMs: 400, isBlank: false },
      ],
    },
  ]);
});

test('an erased visitor is in no form any more', async () => {
  const url = 'https://shop.test/erased';
  const [stays, goes] = ['stays', 'goes'].map((session) => {
    const visit = open(session, { url });
    begin(visit);
    fill(visit, 'mail', 1_000);
    return visit;
  });
  if (!stays || !goes) throw new Error('unreachable');
  await api.take([stays.arrive(4_000), goes.arrive(4_000)]);
  expect(await ask({ page: url })).toMatchObject([{ starts: 2 }]);
  await api.ask(`mutation ($visitor: String) { deleteVisitor(visitor: $visitor) { visitors } }`, {
    visitor: goes.visitorId,
  });
  const [form] = await ask({ page: url });
  expect(form).toMatchObject({ starts: 1, abandonments: 1 });
  expect(form?.abandonedIn).toEqual({ nodes: [{ sessionId: stays.sessionId }] });
});

test('a limit of 0 is refused', async () => {
  expect(await api.refusal('{ forms(limit: 0) { page } }')).toMatch('BAD_USER_INPUT');
});
