import { expect, it } from 'vitest';
import { makeId } from '../ids.ts';
import { hasWireframes } from './wireframe-lot.ts';

const sessions = Array.from({ length: 20_000 }, () => makeId(16));
const shareAt = (rate?: number) =>
  sessions.filter((session) => hasWireframes(session, rate)).length / sessions.length;

it('draws one session of ten where the site says nothing, none at 0 and all at 1', () => {
  expect(shareAt()).toBeGreaterThan(0.08);
  expect(shareAt()).toBeLessThan(0.12);
  expect(shareAt(0)).toBe(0);
  expect(shareAt(1)).toBe(1);
});

it('draws a session again wherever it was drawn at a smaller rate', () => {
  const drawn = sessions.filter((session) => hasWireframes(session, 0.2));
  expect(drawn.every((session) => hasWireframes(session, 0.5))).toBe(true);
  expect(drawn.every((session) => hasWireframes(session, 0.2))).toBe(true);
});

it('draws nothing before there is a session', () => {
  expect(hasWireframes('')).toBe(false);
});
