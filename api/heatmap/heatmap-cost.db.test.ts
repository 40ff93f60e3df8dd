import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { compactHeat } from './compact.ts';
import { type HeatmapFixture, makeVisit, openFixture } from './heatmap-fixture.ts';
import { makeRandom } from './heatmap-traffic.ts';

const msPerDay = 86_400_000;
const today = Math.floor(Date.now() / msPerDay);
const random = makeRandom(11);
let fixture: HeatmapFixture;
let visits = 0;

beforeAll(async () => {
  fixture = await openFixture(inject('mongodbUri'), 'heatmap-cost');
});

afterAll(() => fixture.stop());

/** Days with traffic, each of which is read. */
const days = 12;

/** On each of them: visits that click and move in the upper 600 × 600 px of the page. */
async function arrive(visitsADay: number): Promise<void> {
  for (let age = 0; age < days; age++) {
    const arrivals = Array.from({ length: visitsADay }, () => {
      const number = visits++;
      const visit = makeVisit({
        session: `s${number}`,
        visitor: `v${number}`,
        startedAt: (today - age) * msPerDay + 1000,
      });
      for (let i = 0; i < 40; i++) {
        const [x, y] = [Math.floor(random() * 600), Math.floor(random() * 600)];
        visit.move(50 * i, x, y);
        if (i % 8 === 0) visit.press({ t: 50 * i, x, y, viewportWidth: 1200 }, { kind: 2 });
      }
      return visit.arrive();
    });
    await fixture.take(arrivals);
  }
}

async function compact(): Promise<void> {
  await compactHeat(fixture.store, await fixture.findSite(), Date.now());
}

/** Documents that MongoDB looked at for one question, by collection. */
async function examined(question: string): Promise<Record<string, number>> {
  const { db } = fixture.store;
  await db.command({ profile: 0 });
  await db
    .collection('system.profile')
    .drop()
    .catch(() => undefined);
  await db.command({ profile: 2 });
  const answer = await fixture.ask(question);
  await db.command({ profile: 0 });
  expect(answer.errors).toBeUndefined();
  const operations = await db
    .collection('system.profile')
    .find({ op: { $in: ['query', 'getmore', 'command'] }, docsExamined: { $exists: true } })
    .toArray();
  const read = Map.groupBy(operations, ({ ns }) => String(ns).split('.')[1] ?? '');
  return Object.fromEntries(
    [...read].map(([name, all]) => [
      name,
      all.reduce((sum, { docsExamined }) => sum + Number(docsExamined), 0),
    ]),
  );
}

const questions = {
  clicks: `{ heatmap(page: "/", layer: CLICKS, days: 30) {
    total visitors documentHeight points { x y count uniqueUsers } anchored { count } } }`,
  moves:
    '{ heatmap(page: "/", layer: MOVES, days: 30, gridSize: 50) { total points { x y count } } }',
  scroll: '{ heatmap(page: "/", layer: SCROLL, days: 30) { bands { share seconds } } }',
};

test('reading days reads no events and no batches, and as much for 5 times the traffic', async () => {
  // So many that today has sums of both lanes before and after.
  await arrive(8);
  await compact();
  const before = {
    clicks: await examined(questions.clicks),
    moves: await examined(questions.moves),
    scroll: await examined(questions.scroll),
  };
  await arrive(32);
  await compact();
  const after = {
    clicks: await examined(questions.clicks),
    moves: await examined(questions.moves),
    scroll: await examined(questions.scroll),
  };
  for (const layer of ['clicks', 'moves', 'scroll'] as const) {
    expect(Object.keys(after[layer])).not.toContain('events');
    expect(Object.keys(after[layer])).not.toContain('batches');
    expect(Object.keys(after[layer])).not.toContain('visitorDays');
  }
  expect(after).toEqual(before);
  expect(after.clicks).toMatchObject({
    heatPacked: expect.any(Number),
    heatPeople: expect.any(Number),
  });
  const clicks = await fixture.ask<{ heatmap: { total: number } }>(questions.clicks);
  expect(clicks.data.heatmap.total).toBe(days * 40 * 5);
}, 120_000);
