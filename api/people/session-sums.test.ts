import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionDocument } from '../store/sessions.ts';
import { computeMousePattern } from './mouse-pattern.ts';
import { computeMouseStatistics } from './mouse-statistics.ts';
import { addSums, noSessions, readSums, sumSession } from './session-sums.ts';

const whole = (max: number) => fc.integer({ min: 0, max });

const session = fc
  .record({
    device: fc.constantFrom('DESKTOP', 'MOBILE'),
    mouseMovements: whole(3),
    totalDistancePx: fc.double({ min: 0, max: 1e6, noNaN: true }),
    avgSpeedPxPerSec: fc.double({ min: 0, max: 1e4, noNaN: true }),
    hesitationCount: whole(20),
    totalClicks: whole(30),
    rage: fc.double({ min: 0, max: 1, noNaN: true }),
    dead: fc.double({ min: 0, max: 1, noNaN: true }),
    movementPattern: fc.constantFrom('linear', 'circular', 'erratic', 'precise', null),
  })
  .map(({ device, rage, dead, ...numbers }) => {
    const summary = {
      ...numbers,
      rageClicks: Math.floor(rage * numbers.totalClicks),
      deadClicks: Math.floor(dead * numbers.totalClicks),
      offsets: { n: 0, x: 0, y: 0, xx: 0, yy: 0 },
      efficiencySum: 1.25,
      efficiencyCount: 2,
    };
    return { device, summary } as unknown as Pick<SessionDocument, 'device' | 'summary'>;
  });

const some = fc.array(session, { maxLength: 20 });

test('sums are whole and the same in any order', () => {
  fc.assert(
    fc.property(some, (sessions) => {
      const sums = sessions.map(sumSession).reduce(addSums, noSessions);
      expect(sessions.toReversed().map(sumSession).reduce(addSums, noSessions)).toEqual(sums);
      for (const sum of Object.values(sums)) expect(Number.isSafeInteger(sum)).toBe(true);
      expect(readSums({ ...sums })).toEqual(sums);
    }),
  );
});

test('from whole sums come the averages that the sessions themselves give', () => {
  const withMouse = some.map((all) => all.map((one) => ({ ...one, device: 'DESKTOP' as const })));
  fc.assert(
    fc.property(withMouse, (sessions) => {
      const sums = sessions.map(sumSession).reduce(addSums, noSessions);
      const { indicators } = computeMousePattern(sums);
      const summaries = sessions.map(({ summary }) => summary);
      const clicked = summaries.filter(({ totalClicks }) => totalClicks > 0);
      const distance = mean(summaries.map(({ totalDistancePx }) => totalDistancePx));
      const rage = mean(clicked.map((one) => (one.rageClicks / one.totalClicks) * 100));
      const dead = mean(clicked.map((one) => one.deadClicks / one.totalClicks));
      const speed = mean(summaries.map(({ avgSpeedPxPerSec }) => avgSpeedPxPerSec));
      expect(indicators.avgDistancePx).toBeCloseTo(distance, 2);
      expect(indicators.rageClickFrequency).toBeCloseTo(rage, 6);
      expect(indicators.avgDeadClickRatio).toBeCloseTo(dead, 8);
      expect(computeMouseStatistics(sums).avgSpeedPxPerSec).toBeCloseTo(speed, 5);
    }),
  );
});

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

test('a touch-only session counts as a session and keeps out of mouse averages', () => {
  const desktop = { device: 'DESKTOP', summary: { totalDistancePx: 500 } };
  const phone = { device: 'MOBILE', summary: { totalDistancePx: 0, mouseMovements: 0 } };
  const rest = {
    mouseMovements: 9,
    avgSpeedPxPerSec: 50,
    hesitationCount: 0,
    totalClicks: 0,
    rageClicks: 0,
    deadClicks: 0,
    offsets: { n: 0, x: 0, y: 0, xx: 0, yy: 0 },
    efficiencySum: 0,
    efficiencyCount: 0,
    movementPattern: null,
  };
  const sums = [desktop, phone]
    .map(({ device, summary }) => ({ device, summary: { ...rest, ...summary } }))
    .map((one) => sumSession(one as unknown as SessionDocument))
    .reduce(addSums, noSessions);
  expect(computeMouseStatistics(sums)).toMatchObject({
    totalSessions: 2,
    avgDistancePerSession: 500,
    avgSpeedPxPerSec: 50,
  });
});

test('rates stay within 0 and 100', () => {
  fc.assert(
    fc.property(some, (sessions) => {
      const numbers = computeMouseStatistics(sessions.map(sumSession).reduce(addSums, noSessions));
      for (const rate of [numbers.rageClickRate, numbers.deadClickRate]) {
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(100);
      }
    }),
  );
});
