import { expect, it } from 'vitest';
import { noOffsets } from './click-precision.ts';
import {
  addPatternSession,
  computePatternIndicators,
  noPatternSums,
} from './pattern-indicators.ts';

const session = {
  distancePx: 0,
  hesitations: 0,
  clicks: 0,
  rageClicks: 0,
  deadClicks: 0,
  offsets: noOffsets,
  efficiencySum: 0,
  efficiencyCount: 0,
};
const indicate = (...sessions: readonly Partial<typeof session>[]) =>
  computePatternIndicators(
    sessions.map((more) => ({ ...session, ...more })).reduce(addPatternSession, noPatternSums),
  );

it('averages distance and hesitations over all sessions, up to 100', () => {
  expect(indicate({ distancePx: 4_000 }, { distancePx: 2_000 }).movementEfficiency).toBe(30);
  expect(indicate({ distancePx: 10_000 }).movementEfficiency).toBe(100);
  expect(indicate({ distancePx: 90_000 }).movementEfficiency).toBe(100);
  expect(indicate({ hesitations: 3 }, { hesitations: 6 }).hesitationFrequency).toBe(45);
  expect(indicate({ hesitations: 11 }).hesitationFrequency).toBe(100);
});

it('averages rage and dead shares over the sessions with clicks only', () => {
  const indicators = indicate(
    { clicks: 10, rageClicks: 4, deadClicks: 1 },
    { clicks: 2, rageClicks: 0, deadClicks: 1 },
    { clicks: 0 },
  );
  expect(indicators.rageClickFrequency).toBeCloseTo(20, 10);
  expect(indicators.avgDeadClickRatio).toBeCloseTo(0.3, 10);
});

it('averages path efficiency over movements, and knows none without any', () => {
  expect(indicate({ efficiencySum: 1.5, efficiencyCount: 2 }).pathEfficiency).toBe(0.75);
  expect(indicate({}).pathEfficiency).toBeNull();
});
