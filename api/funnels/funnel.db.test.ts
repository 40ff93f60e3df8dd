import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { type Journey, MINUTE, makeJourney, SECOND } from './testing/make-journey.ts';

const noon = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 12 * 3_600_000;
const journeys: Journey[] = [
  {
    visitor: 'ada',
    startedAt: noon,
    did: '/ /cart /help #pay !bought',
    referrer: 'https://www.news.test/x',
  },
  { visitor: 'ben', startedAt: noon + MINUTE, did: '/ /cart #pay /help', device: 'mobile' },
  { visitor: 'cem', startedAt: noon + 2 * MINUTE, did: '/ /help', device: 'mobile' },
  { visitor: 'dee', startedAt: noon + 3 * MINUTE, did: '/' },
  // Two sessions, a day between them.
  { visitor: 'eve', session: 'eve1', startedAt: noon - 86_400_000, did: '/' },
  { visitor: 'eve', session: 'eve2', startedAt: noon + 4 * MINUTE, did: '/cart !bought' },
  // Never at the first step.
  { visitor: 'fay', startedAt: noon, did: '/cart !bought' },
  // Long ago.
  { visitor: 'gus', startedAt: noon - 40 * 86_400_000, did: '/ /cart' },
];

let api: OpenedApi;
beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'funnel-test');
  await api.take(journeys.flatMap(makeJourney));
});
afterAll(() => api.stop());

interface Stage {
  visitors: number;
  dropped: number;
  medianMs: number | null;
  conversionPercent: number | null;
  conversionFromFirstPercent: number | null;
}

const steps = '[{ page: "/" }, { page: "/cart" }, { event: "bought" }]';
const askStages = async (args: string): Promise<Stage[]> => {
  const { funnel } = await api.ask<{ funnel: { stages: Stage[] } }>(
    `{ funnel(${args}) { stages { visitors dropped medianMs conversionPercent conversionFromFirstPercent } } }`,
  );
  return funnel.stages;
};
const visitorsAt = async (args: string) => (await askStages(args)).map(({ visitors }) => visitors);

test('visitors come from step to step, over sessions, with rates and median times', async () => {
  expect(await askStages(`steps: ${steps}`)).toEqual([
    {
      visitors: 5,
      dropped: 2,
      medianMs: null,
      conversionPercent: 100,
      conversionFromFirstPercent: 100,
    },
    {
      visitors: 3,
      dropped: 1,
      medianMs: MINUTE,
      conversionPercent: 60,
      conversionFromFirstPercent: 60,
    },
    {
      visitors: 2,
      dropped: 0,
      // Ada's 1:20 and Eve's 10 s.
      medianMs: ((80 + 10) * SECOND) / 2,
      conversionPercent: (2 / 3) * 100,
      conversionFromFirstPercent: 40,
    },
  ]);
});

test('order, window and kinds of steps are as asked', async () => {
  expect(await visitorsAt(`steps: ${steps}, windowMinutes: 60`)).toEqual([5, 2, 1]);
  expect(await visitorsAt('steps: [{ page: "/" }, { element: "#pay" }]')).toEqual([5, 2]);
  expect(await visitorsAt('steps: [{ page: "/" }, { element: "#pay", page: "/help" }]')).toEqual([
    5, 1,
  ]);
  // Ada went to the help page before she clicked: no other page may come between.
  const strict = 'order: STRICT, steps: [{ page: "/cart" }, { element: "#pay" }]';
  expect(await visitorsAt(strict)).toEqual([4, 1]);
  expect(await visitorsAt('order: STRICT, steps: [{ page: "/" }, { page: "/cart" }]')).toEqual([
    5, 2,
  ]);
  const anyOrder = 'order: ANY, steps: [{ event: "bought" }, { page: "/cart" }, { page: "/" }]';
  expect(await visitorsAt(anyOrder)).toEqual([3, 3, 2]);
  expect(await visitorsAt('steps: [{ page: "/*" }, { page: "/*" }]')).toEqual([6, 4]);
});

test('a breakdown splits by the session in which the visitor entered', async () => {
  const split = async (by: string) => {
    const { funnel } = await api.ask<{
      funnel: { groups: { value: string; visitors: number[] }[] };
    }>(`{ funnel(steps: ${steps}, breakdown: ${by}) { groups { value visitors } } }`);
    return Object.fromEntries(funnel.groups.map(({ value, visitors }) => [value, visitors]));
  };
  expect(await split('DEVICE')).toEqual({ DESKTOP: [3, 2, 2], MOBILE: [2, 1, 0] });
  expect(await split('REFERRER')).toEqual({ 'news.test': [1, 1, 1], null: [4, 2, 1] });
  expect(await split('FIRST_PAGE')).toEqual({ '/': [5, 3, 2] });
});

test('of one class of device counts only what its sessions did', async () => {
  expect(await visitorsAt(`steps: ${steps}, device: DESKTOP`)).toEqual([3, 2, 2]);
  expect(await visitorsAt(`steps: ${steps}, device: MOBILE`)).toEqual([2, 1, 0]);
  expect(await visitorsAt(`steps: ${steps}, device: TABLET`)).toEqual([0, 0, 0]);
});

test('who dropped is listed with the session, the moment and where they went', async () => {
  const query = `query ($after: String) { funnel(steps: ${steps}) { stages {
    next { page visitors }
    dropOffs(first: 1, after: $after) {
      totalCount nodes { tMs nextPage session { visitorId pageUrl } } pageInfo { hasNextPage endCursor }
    }
  } } }`;
  interface Answer {
    funnel: {
      stages: {
        next: unknown[];
        dropOffs: {
          totalCount: number;
          nodes: { tMs: number; nextPage: string | null; session: { visitorId: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }[];
    };
  }
  const [first, second, last] = (await api.ask<Answer>(query)).funnel.stages;
  expect(first?.next).toEqual([
    { page: null, visitors: 1 },
    { page: '/help', visitors: 1 },
  ]);
  expect(first?.dropOffs).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect(first?.dropOffs.nodes[0]).toMatchObject({ tMs: 0, nextPage: null });
  const after = first?.dropOffs.pageInfo.endCursor;
  const [rest] = (await api.ask<Answer>(query, { after })).funnel.stages.map(
    ({ dropOffs }) => dropOffs,
  );
  expect(rest?.nodes[0]).toMatchObject({ nextPage: '/help' });
  expect(rest?.pageInfo.hasNextPage).toBe(false);
  expect(second?.dropOffs.nodes[0]).toMatchObject({ tMs: MINUTE, nextPage: '/help' });
  expect(last?.dropOffs).toMatchObject({ totalCount: 0, nodes: [] });
}, 20_000);

test('compare tells of as many days right before', async () => {
  const { funnel } = await api.ask<{ funnel: { previous: { visitors: number }[] } }>(
    `{ funnel(steps: ${steps}, compare: true) { previous { visitors } } }`,
  );
  expect(funnel.previous.map(({ visitors }) => visitors)).toEqual([1, 1, 0]);
  expect(await api.ask(`{ funnel(steps: ${steps}) { previous { visitors } } }`)).toEqual({
    funnel: { previous: null },
  });
});

test.each([
  ['steps: [{ page: "/" }]', 'A funnel has 2 to 10 steps, not 1.'],
  [`steps: [${'{ page: "/" } '.repeat(11)}]`, 'A funnel has 2 to 10 steps, not 11.'],
  ['steps: [{ page: "/" }, {}]', 'Step 2: give a page, an element or an event.'],
  [
    'steps: [{ element: "a", event: "b" }, { page: "/" }]',
    'Step 1: give an element or an event, not both.',
  ],
  [`steps: ${steps}, windowMinutes: 0`, 'windowMinutes is 0; it must be 1 to 525,600 (a year).'],
  [`steps: ${steps}, days: 0`, 'days is 0; it must be 1 to 365.'],
])('refuses %s', async (args, why) => {
  expect(await api.refusal(`{ funnel(${args}) { visitors } }`)).toBe(`BAD_USER_INPUT: ${why}`);
});

test('offers what the site has, and finds it by its label', async () => {
  interface Choice {
    step: { kind: string; label: string; page: string };
    sessions: number;
  }
  const choose = async (args = '') =>
    (
      await api.ask<{ funnelChoices: Choice[] }>(
        `{ funnelChoices${args} { step { kind label page } sessions } }`,
      )
    ).funnelChoices;
  const all = await choose();
  expect(all[0]).toEqual({ step: { kind: 'PAGE', label: '/', page: '/' }, sessions: 6 });
  expect(new Set(all.map(({ step }) => step.kind))).toEqual(new Set(['PAGE', 'CLICK', 'EVENT']));
  expect((await choose('(search: "PAY")')).map(({ step }) => step.label).sort()).toEqual([
    'button#pay on /cart',
    'button#pay on /help',
  ]);
});

test('a funnel is saved, changed, listed and deleted', async () => {
  const save = `mutation ($input: SaveFunnelInput!, $id: ID) { saveFunnel(id: $id, input: $input) { id name } }`;
  interface Saved {
    saveFunnel: { id: string; name: string };
  }
  const input = {
    name: 'Checkout',
    steps: [{ page: '/cart' }, { element: '#pay' }],
    order: 'STRICT',
  };
  const { saveFunnel: saved } = await api.ask<Saved>(save, { input });
  await api.ask<Saved>(save, {
    id: saved.id,
    input: { ...input, name: 'Paying', windowMinutes: 30 },
  });
  const list = '{ funnels { id name order windowMinutes steps { kind page element } } }';
  expect(await api.ask(list)).toEqual({
    funnels: [
      {
        id: saved.id,
        name: 'Paying',
        order: 'STRICT',
        windowMinutes: 30,
        steps: [
          { kind: 'PAGE', page: '/cart', element: null },
          { kind: 'CLICK', page: null, element: '#pay' },
        ],
      },
    ],
  });
  expect(await api.ask(`{ node(id: "${saved.id}") { id } }`)).toEqual({ node: { id: saved.id } });
  const remove = `mutation { deleteFunnel(id: "${saved.id}") }`;
  expect(await api.ask(remove)).toEqual({ deleteFunnel: true });
  expect(await api.ask(remove)).toEqual({ deleteFunnel: false });
  expect(await api.ask(list)).toEqual({ funnels: [] });
  const gone = `mutation { saveFunnel(id: "${saved.id}", input: { name: "x", steps: ${steps} }) { id } }`;
  expect(await api.refusal(gone)).toMatch(/^NOT_FOUND/);
});
