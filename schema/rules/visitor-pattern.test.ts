import { describe, expect, it } from 'vitest';
import type { PatternIndicators } from './pattern-indicators.ts';
import { classifyVisitor } from './visitor-pattern.ts';

const classify = (more: Partial<PatternIndicators>) =>
  classifyVisitor({
    sessions: 1,
    clickPrecision: null,
    movementEfficiency: 50,
    rageClickFrequency: 0,
    hesitationFrequency: 0,
    pathEfficiency: null,
    avgDistancePx: 5_000,
    avgDeadClickRatio: 0,
    ...more,
  });
const normal = { pattern: 'normal', confidence: 0.5 };

it('is unknown without a session', () => {
  expect(classify({ sessions: 0 })).toEqual({ pattern: 'unknown', confidence: 0 });
});

describe('power user', () => {
  const power = { clickPrecision: 70.1, rageClickFrequency: 4.9, movementEfficiency: 60.1 };
  it('is precise above 70, rages below 5, moves above 60', () => {
    expect(classify(power)).toEqual({ pattern: 'power-user', confidence: 0.8 });
    expect(classify({ ...power, clickPrecision: 70 })).toEqual(normal);
    expect(classify({ ...power, rageClickFrequency: 5 })).toEqual(normal);
    expect(classify({ ...power, movementEfficiency: 60 })).toEqual(normal);
    expect(classify({ ...power, clickPrecision: null })).toEqual(normal);
  });
});

describe('explorer', () => {
  const explorer = { clickPrecision: 50.1, avgDistancePx: 50_001, rageClickFrequency: 5 };
  it('goes more than 50,000 px with a precision above 50', () => {
    expect(classify(explorer)).toEqual({ pattern: 'explorer', confidence: 0.7 });
    expect(classify({ ...explorer, avgDistancePx: 50_000 })).toEqual(normal);
    expect(classify({ ...explorer, clickPrecision: 50 })).toEqual(normal);
    expect(classify({ ...explorer, clickPrecision: null })).toEqual(normal);
  });
});

describe('hesitant', () => {
  const hesitant = { hesitationFrequency: 50.1, movementEfficiency: 39.9 };
  it('hesitates above 50 and moves below 40', () => {
    expect(classify(hesitant)).toEqual({ pattern: 'hesitant', confidence: 0.7 });
    expect(classify({ ...hesitant, hesitationFrequency: 50 })).toEqual(normal);
    expect(classify({ ...hesitant, movementEfficiency: 40 })).toEqual(normal);
  });
});

describe('frustrated', () => {
  it('rages above 20, or clicks in vain above 0.1', () => {
    expect(classify({ rageClickFrequency: 20.1 })).toEqual({
      pattern: 'frustrated',
      confidence: 0.8,
    });
    expect(classify({ rageClickFrequency: 20 })).toEqual(normal);
    expect(classify({ avgDeadClickRatio: 0.101 }).pattern).toBe('frustrated');
    expect(classify({ avgDeadClickRatio: 0.1 })).toEqual(normal);
  });
});

it('takes the first rule that holds', () => {
  expect(
    classify({
      clickPrecision: 80,
      rageClickFrequency: 0,
      movementEfficiency: 100,
      avgDistancePx: 60_000,
      avgDeadClickRatio: 0.5,
    }).pattern,
  ).toBe('power-user');
});
