import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

it('lets no more than the limit through in any minute, and refuses only where that would happen', () => {
  const gaps = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 8 }), (steps, limit) => {
      const window = new SlidingWindow();
      const through: number[] = [];
      let now = 1_000_000;
      for (const step of steps) {
        now += step;
        const lastMinute = through.filter((time) => time > now - 60_000);
        const waitMs = window.waitMs(limit, 60_000, now);
        expect(waitMs === 0).toBe(lastMinute.length < limit);
        if (waitMs > 0) expect(waitMs).toBe((lastMinute[0] ?? 0) + 60_000 - now);
        else {
          window.take(now);
          through.push(now);
        }
      }
    }),
  );
});

it('obeys a limit that was lowered or raised meanwhile', () => {
  const window = new SlidingWindow();
  for (const now of [1, 2, 3, 4, 5]) window.take(now);
  expect(window.waitMs(2, 60_000, 10)).toBe(59_994);
  expect(window.waitMs(5, 60_000, 10)).toBe(59_991);
  expect(window.waitMs(6, 60_000, 10)).toBe(0);
});

it('lets nothing through where the limit is 0', () => {
  expect(new SlidingWindow().waitMs(0, 60_000, 1)).toBe(60_000);
});
