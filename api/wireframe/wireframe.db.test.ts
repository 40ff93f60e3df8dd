import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { elementStrings } from '../../schema/wire/batch.ts';
import { markElement } from '../../schema/wire/element-mark.ts';
import { BoxKind } from '../../schema/wire/events.ts';
import { encodeBoxes } from '../../schema/wire/wireframe.ts';
import { makeToken } from '../auth/token.ts';
import { aggregates } from '../ingest/aggregates.ts';
import { takePart } from '../parts/lease.ts';
import { rebuildSite } from '../rebuild/rebuild-site.ts';
import { openStore } from '../store/open-store.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import { makeVisit, type OpenedApi, openTestApi, type Visit } from '../testing/test-api.ts';

let api: OpenedApi;
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.now();
const boxFields = 'boxes { kind x y width height }';

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'wireframe_test');
});
afterAll(() => api.stop());

/** Each test has a page of its own. */
let page = '';
let pages = 0;
beforeEach(() => {
  page = `/page-${'abcdefghijklmnop'.charAt(pages++)}`;
});

interface Setting {
  readonly hoursAgo?: number;
  readonly width?: number;
  readonly visitor?: string;
}
function open(session: string, { hoursAgo = 1, width = 1_200, visitor }: Setting = {}): Visit {
  const name = `${page}-${session}`;
  return makeVisit({
    ...{ session: name, visitor: visitor ?? name, url: `https://shop.test${page}` },
    ...{ startedAt: now - hoursAgo * hour, viewportWidth: width, documentWidth: width },
  });
}
const buy = { tag: 'button', id: 'buy', path: 'main > button#buy' };
const markOfBuy = markElement(
  elementStrings.map((name) => (name in buy ? buy[name as keyof typeof buy] : '')),
);

/** Tells a shape: one heading, whose left edge says which it is, and the button. */
function draw(visit: Visit, x: number, width = 1_200, buttons = 1): Visit {
  const heading = { kind: BoxKind.heading, x, y: 80, width: 400, height: 40, mark: 1 };
  const button = { kind: BoxKind.control, x, y: 320, width: 200, height: 40, mark: markOfBuy };
  visit.event('wireframe', {
    ...{ t: 1_500, viewportWidth: width, viewportHeight: 800 },
    ...{ documentWidth: width, documentHeight: 2_000 },
    boxes: encodeBoxes([heading, ...Array.from({ length: buttons }, () => button)]),
  });
  return visit;
}

interface Shape {
  readonly viewId: string;
  readonly viewportWidth: number;
  readonly boxes: readonly { readonly x: number }[];
}
const xOf = (shape: Shape | null | undefined) => shape?.boxes[0]?.x ?? null;

async function askSession(visit: Visit): Promise<Shape | null> {
  const { session } = await api.ask<{ session: { wireframe: Shape | null } }>(
    `query ($id: ID!, $view: ID!) { session(id: $id) { wireframe(view: $view) { viewId viewportWidth ${boxFields} } } }`,
    { id: visit.sessionId, view: visit.viewId },
  );
  return session.wireframe;
}

interface Heat {
  readonly wireframe: Shape | null;
  readonly shapeWidths: readonly object[];
  readonly anchored: readonly {
    readonly count: number;
    readonly box: { readonly x: number } | null;
  }[];
}
async function askHeat(args = ''): Promise<Heat> {
  const { heatmap } = await api.ask<{ heatmap: Heat }>(
    `{ heatmap(page: "${page}", layer: CLICKS ${args}) {
      shapeWidths { width minWidth maxWidth } wireframe { viewId viewportWidth ${boxFields} } anchored { count box { x y width height } }
    } }`,
  );
  return heatmap;
}

test('a view has the shape that was told in it, with its boxes as they were', async () => {
  const visit = draw(open('own'), 40);
  await api.take([visit.arrive(2_000)]);
  expect(await askSession(visit)).toEqual({
    ...{ viewId: visit.viewId, viewportWidth: 1_200 },
    boxes: [
      { kind: 'HEADING', x: 40, y: 80, width: 400, height: 40 },
      { kind: 'CONTROL', x: 40, y: 320, width: 200, height: 40 },
    ],
  });
});

test('a view without one has the last of its page and width by then, or else a later one', async () => {
  const early = open('early', { hoursAgo: 9 });
  const middle = open('middle', { hoursAgo: 5 });
  const phone = open('phone', { hoursAgo: 5, width: 390 });
  const other = open('elsewhere');
  await api.take([
    draw(open('first', { hoursAgo: 7 }), 40).arrive(2_000),
    draw(open('second', { hoursAgo: 3 }), 80).arrive(2_000),
    ...[early, middle, phone, other].map((visit) => visit.arrive(2_000)),
  ]);
  expect(xOf(await askSession(middle))).toBe(40);
  expect(xOf(await askSession(early))).toBe(80);
  expect(await askSession(phone)).toBeNull();
  expect(await askSession({ ...other, viewId: 'nowhere' })).toBeNull();
});

test('a heatmap has the last shape told by the end of its days, at the width nearest to the usual one', async () => {
  await api.take([
    draw(open('old', { hoursAgo: 24 * 9 }), 40).arrive(2_000),
    draw(open('new'), 80).arrive(2_000),
    draw(open('phone', { width: 390 }), 4, 390).arrive(2_000),
    open('most', { hoursAgo: 2 }).arrive(9_000),
  ]);
  expect(xOf((await askHeat()).wireframe)).toBe(80);
  const then = new Date(now - 6 * day).toISOString();
  expect(xOf((await askHeat(`from: "${then}" to: "${then}"`)).wireframe)).toBe(40);
});

test('a heatmap is drawn at another width where it is asked for, if its shape is known', async () => {
  await api.take([
    draw(open('wide'), 80).arrive(2_000),
    draw(open('phone', { width: 390 }), 4, 390).arrive(2_000),
  ]);
  expect((await askHeat()).shapeWidths).toEqual([
    { width: 390, minWidth: null, maxWidth: 479 },
    { width: 1_200, minWidth: 1_024, maxWidth: 1_279 },
  ]);
  expect(xOf((await askHeat('shapeWidth: 400')).wireframe)).toBe(4);
  expect((await askHeat('shapeWidth: 2000')).wireframe).toBeNull();
  expect(await api.refusal(`{ heatmap(page: "${page}", shapeWidth: 0) { page } }`)).toMatch(
    /^BAD_USER_INPUT: shapeWidth/,
  );
});

test('clicks on an element fall on its box at every width, and on none where two could be it', async () => {
  const visit = draw(open('wide'), 80);
  const element = visit.element(buy);
  const place = {
    elementXMyriad: 5_000,
    elementYMyriad: 5_000,
    elementWidth: 200,
    elementHeight: 40,
  };
  visit.press({ t: 500, element, x: 180, y: 340, ...place });
  visit.press({
    t: 900,
    x: 180,
    y: 340,
    element: visit.element({ tag: 'p', path: 'main > p' }),
    ...place,
  });
  await api.take([
    visit.arrive(2_000),
    draw(open('phone', { width: 390 }), 4, 390).arrive(2_000),
    draw(open('tablet', { width: 800 }), 4, 800, 2).arrive(2_000),
  ]);
  const boxesAt = async (args: string) => {
    const { anchored } = await askHeat(args);
    return anchored.map(({ box }) => box?.x ?? null).sort();
  };
  expect(await boxesAt('shapeWidth: 1200')).toEqual([80, null]);
  expect(await boxesAt('shapeWidth: 390')).toEqual([4, null]);
  expect(await boxesAt('shapeWidth: 800')).toEqual([null, null]);
});

test('order, repetition and a rebuild do not show', async () => {
  const visit = open('turned');
  const batches = [visit.arrive(1_000)];
  draw(visit, 40);
  batches.push(visit.arrive(2_000));
  draw(visit, 80);
  batches.push(visit.arrive(3_000));
  for (const batch of batches.toReversed()) await api.take([batch, batch]);
  expect(xOf(await askSession(visit))).toBe(80);
  expect(xOf((await askHeat()).wireframe)).toBe(80);
  const store = await openStore(api.mongodbUri);
  const part = await takePart(store);
  await rebuildSite({ store, part, aggregates }, 'shop');
  await part.release();
  await store.close();
  expect(xOf(await askSession(visit))).toBe(80);
  expect(xOf((await askHeat()).wireframe)).toBe(80);
});

test('an erased visitor’s shape is gone, and another one stands in its place', async () => {
  const gone = draw(open('gone'), 80);
  await api.take([draw(open('kept', { hoursAgo: 3 }), 40).arrive(2_000), gone.arrive(2_000)]);
  expect(xOf((await askHeat()).wireframe)).toBe(80);
  await api.ask('mutation ($visitor: String) { deleteVisitor(visitor: $visitor) { visitors } }', {
    visitor: gone.visitorId,
  });
  expect(xOf((await askHeat()).wireframe)).toBe(40);
});

test('a stranger is shown no shape, nor is a team that has another site', async () => {
  const visit = draw(open('private'), 40);
  await api.take([visit.arrive(2_000)]);
  const ownerToken = makeToken();
  const closed = await startTestApi(api.mongodbUri, { localMode: false, ownerToken });
  const queries = [
    `{ session(id: "${visit.sessionId}", site: "shop") { wireframe(view: "${visit.viewId}") { viewId } } }`,
    `{ heatmap(page: "${page}", site: "shop") { wireframe { viewId } shapeWidths { width } anchored { box { x } } } }`,
  ];
  const { data } = await closed.ask<{ createToken: { secret: string } }>(
    'mutation { createSite(input: { siteId: "theirs" }) { id } createToken(input: { name: "a team", role: READER, sites: ["theirs"] }) { secret } }',
    {},
    ownerToken,
  );
  for (const query of queries) {
    const stranger = await closed.ask(query, {}, 'tg_guessed');
    expect(stranger.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const team = await closed.ask(query, {}, data?.createToken.secret);
    expect(team.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const owner = await closed.ask(query, {}, ownerToken);
    expect(JSON.stringify(owner.data)).toContain(visit.viewId);
  }
  await closed.stop();
});
