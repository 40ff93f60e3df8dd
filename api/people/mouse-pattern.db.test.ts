import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { makeSession, type SessionNumbers } from './testing/make-person.ts';

const startedAt = Date.now() - 600_000;

let api: OpenedApi;

interface Answer {
  readonly patternType: string;
  readonly confidence: number;
  readonly indicators: {
    readonly clickPrecision: number | null;
    readonly movementEfficiency: number;
    readonly rageClickFrequency: number;
    readonly hesitationFrequency: number;
    readonly deadClickRate: number;
    readonly avgDistancePx: number;
    readonly pathEfficiency: number | null;
    readonly sessions: number;
  };
}

async function askPattern(args: string): Promise<Answer> {
  const query = `{ mousePattern(${args}) { patternType confidence indicators {
    clickPrecision movementEfficiency rageClickFrequency hesitationFrequency deadClickRate
    avgDistancePx pathEfficiency sessions } } }`;
  const { mousePattern } = await api.ask<{ mousePattern: Answer }>(query);
  return mousePattern;
}

let people = 0;

/** The pattern of a new person with these sessions. */
async function patternOf(...sessions: Omit<SessionNumbers, 'visitor' | 'startedAt'>[]) {
  const user = `person-${people++}`;
  await api.take(
    sessions.map((numbers, i) =>
      makeSession({ startedAt, ...numbers, visitor: user, user, session: `${user} ${i}` }),
    ),
  );
  return askPattern(`user: "${user}"`);
}

/** Five clicks whose offsets have this sample standard deviation in both axes. */
function spread(sdPx: number): [number, number][] {
  return [-1, 1, -1, 1, 0].map((side) => [side * sdPx, side * sdPx]);
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'mouse_pattern_test');
});

afterAll(() => api.stop());

test('somebody without a session is unknown, with confidence 0', async () => {
  expect(await askPattern('user: "nobody"')).toMatchObject({
    patternType: 'UNKNOWN',
    confidence: 0,
    indicators: { sessions: 0, clickPrecision: null, pathEfficiency: null },
  });
});

test('every indicator is what its definition says', async () => {
  const { indicators } = await patternOf(
    { offsets: spread(20), distancePx: 4_000, hesitations: 2 },
    { rageClicks: 3, deadClicks: 1, distancePx: 2_000, hesitations: 1 },
    { distancePx: 3_000 },
  );
  expect(indicators.avgDistancePx).toBeCloseTo(3_000, 6);
  expect(indicators.movementEfficiency).toBeCloseTo(30, 6);
  // Sessions with clicks alone: 0 of 5, and 3 of 4.
  expect(indicators.rageClickFrequency).toBeCloseTo(37.5, 6);
  expect(indicators.deadClickRate).toBeCloseTo(12.5, 6);
  expect(indicators.hesitationFrequency).toBeCloseTo(10, 6);
  // Nine offsets, five of them as spread, four in the middle: Σ² = 4 · 20², so sd² = 1,600 / 8.
  expect(indicators.clickPrecision).toBeCloseTo(100 - Math.sqrt(200), 6);
  expect(indicators.pathEfficiency).toBeCloseTo(1, 6);
  expect(indicators.sessions).toBe(3);
});

test('indicators stay within 0 and 100', async () => {
  const { indicators } = await patternOf({
    offsets: spread(400),
    distancePx: 30_000,
    hesitations: 11,
  });
  expect(indicators).toMatchObject({
    clickPrecision: 0,
    movementEfficiency: 100,
    hesitationFrequency: 100,
  });
});

test('four clicks have no precision, five have one', async () => {
  expect((await patternOf({ offsets: spread(10).slice(1) })).indicators.clickPrecision).toBeNull();
  const { indicators } = await patternOf({ offsets: spread(10) });
  expect(indicators.clickPrecision).toBeCloseTo(90, 6);
});

const powerful = { offsets: spread(29.9), distancePx: 6_001 };

test('a power user is precise above 70, rages below 5 and moves above 60', async () => {
  expect(await patternOf(powerful)).toMatchObject({ patternType: 'POWER_USER', confidence: 0.8 });
  expect((await patternOf({ ...powerful, offsets: spread(30) })).patternType).toBe('NORMAL');
  expect((await patternOf({ ...powerful, distancePx: 6_000 })).patternType).toBe('NORMAL');
  expect((await patternOf({ ...powerful, offsets: spread(10).slice(1) })).patternType).toBe(
    'NORMAL',
  );
  const calm = Array.from({ length: 57 }, (): [number, number] => [0, 0]);
  const atFive = { ...powerful, offsets: calm, rageClicks: 3 };
  expect((await patternOf(atFive)).patternType).toBe('NORMAL');
  const belowFive = { ...atFive, offsets: [...calm, [0, 0] as [number, number]] };
  expect((await patternOf(belowFive)).patternType).toBe('POWER_USER');
});

test('an explorer goes above 50,000 px with a precision above 50', async () => {
  // Rage keeps it from being a power user where it is precise.
  const far = { offsets: spread(49.9), distancePx: 50_001 };
  expect(await patternOf(far)).toMatchObject({ patternType: 'EXPLORER', confidence: 0.7 });
  expect((await patternOf({ ...far, distancePx: 50_000 })).patternType).toBe('NORMAL');
  expect((await patternOf({ ...far, offsets: spread(50) })).patternType).toBe('NORMAL');
});

test('a hesitant person hesitates above 50 and moves below 40', async () => {
  const wavering = { hesitations: 6, distancePx: 3_999 };
  expect(await patternOf(wavering)).toMatchObject({ patternType: 'HESITANT', confidence: 0.7 });
  expect((await patternOf({ ...wavering, hesitations: 5 })).patternType).toBe('NORMAL');
  expect((await patternOf({ ...wavering, distancePx: 4_000 })).patternType).toBe('NORMAL');
});

test('a frustrated person rages above 20', async () => {
  const calm = (count: number) => Array.from({ length: count }, (): [number, number] => [0, 0]);
  const raging = { offsets: calm(11), rageClicks: 3 };
  expect(await patternOf(raging)).toMatchObject({ patternType: 'FRUSTRATED', confidence: 0.8 });
  expect((await patternOf({ offsets: calm(12), rageClicks: 3 })).patternType).toBe('NORMAL');
});

test('a frustrated person clicks in vain above 10 %', async () => {
  const calm = (count: number) => Array.from({ length: count }, (): [number, number] => [0, 0]);
  expect((await patternOf({ offsets: calm(8), deadClicks: 1 })).patternType).toBe('FRUSTRATED');
  expect((await patternOf({ offsets: calm(9), deadClicks: 1 })).patternType).toBe('NORMAL');
});

test('everybody together has a pattern from the same rules', async () => {
  const { indicators, patternType } = await askPattern('days: 2');
  expect(indicators.sessions).toBeGreaterThan(people);
  expect(patternType).not.toBe('UNKNOWN');
});
