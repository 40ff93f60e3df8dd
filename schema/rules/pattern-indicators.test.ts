import { expect, it } from 'vitest';
import { noOffsets } from './click-precision.ts';
import { computePatternIndicators, type PatternSums } from './pattern-indicators.ts';

const none: PatternSums = {
  sessions: 0,
  distancePx: 0,
  hesitations: 0,
  sessionsWithClicks: 0,
  rageShares: 0,
  deadShares: 0,
  offsets: noOffsets,
  efficiencySum: 0,
  efficiencyCount: 0,
};
const indicate = (sums: Partial<PatternSums>) => computePatternIndicators({ ...none, ...sums });

it('averages distance and hesitations over all sessions, up to 100', () => {
  expect(indicate({ sessions: 2, distancePx: 6_000 }).movementEfficiency).toBe(30);
  expect(indicate({ sessions: 1, distancePx: 9_999 }).movementEfficiency).toBeLessThan(100);
  expect(indicate({ sessions: 1, distancePx: 10_000 }).movementEfficiency).toBe(100);
  expect(indicate({ sessions: 1, distancePx: 90_000 }).movementEfficiency).toBe(100);
  expect(indicate({ sessions: 2, hesitations: 9 }).hesitationFrequency).toBe(45);
  expect(indicate({ sessions: 1, hesitations: 10 }).hesitationFrequency).toBe(100);
  expect(indicate({ sessions: 1, hesitations: 11 }).hesitationFrequency).toBe(100);
});

it('averages rage and dead shares over the sessions with clicks only', () => {
  const indicators = indicate({
    sessions: 3,
    sessionsWithClicks: 2,
    rageShares: 0.4,
    deadShares: 0.1 + 0.5,
  });
  expect(indicators.rageClickFrequency).toBeCloseTo(20, 10);
  expect(indicators.avgDeadClickRatio).toBeCloseTo(0.3, 10);
  expect(indicate({ sessions: 3 }).rageClickFrequency).toBe(0);
});

it('averages path efficiency over movements, and knows none without any', () => {
  expect(indicate({ efficiencySum: 1.5, efficiencyCount: 2 }).pathEfficiency).toBe(0.75);
  expect(indicate({}).pathEfficiency).toBeNull();
});
