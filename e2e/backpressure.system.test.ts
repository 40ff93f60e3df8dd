import { expect, test } from 'vitest';
import { type FloodResult, flood } from '../bench/flood.ts';

/** Some 300 MB before, then sockets, a thousand batches in hand and workerd's garbage; a queue without a bound takes all there is. */
const mostMb = 900;
const timeoutMs = 300_000;
let result: FloodResult;

test(
  'ten times too much traffic is refused with a time to come again, and loses nothing that was accepted',
  async () => {
    result = await flood(5_000);
    for (const { name, statuses, withoutRetryAfter, accepted, kept } of result.phases) {
      expect((statuses.get(503) ?? 0) + (statuses.get(429) ?? 0), name).toBeGreaterThan(0);
      expect(withoutRetryAfter, name).toBe(0);
      // Nothing but "taken" and "come again" is said, however much is asked.
      const others = [...statuses.keys()].filter((one) => ![0, 202, 429, 503].includes(one));
      expect(others, name).toEqual([]);
      expect(kept, name).toBe(accepted);
    }
  },
  timeoutMs,
);

test('what one visitor or one site sends too much of is answered 429, and no more of it taken than may be', () => {
  const [, ofVisitors, ofSite] = result.phases;
  expect(ofVisitors?.statuses.get(429)).toBeGreaterThan(0);
  // Five visitors, 120 a minute each, and a site with 600 a minute; either flood is over within the minute.
  expect(ofVisitors?.accepted).toBeLessThanOrEqual(600);
  expect(ofSite?.statuses.get(429)).toBeGreaterThan(0);
  expect(ofSite?.accepted).toBeLessThanOrEqual(600);
});

test('memory stays bounded all the while', () => {
  for (const { name, curve } of result.phases) {
    expect(Math.max(...curve.map(({ apiMb }) => apiMb)), name).toBeLessThan(mostMb);
    expect(Math.max(...curve.map(({ collectorMb }) => collectorMb)), name).toBeLessThan(mostMb);
  }
});

test('once a flood is over, an answer takes no longer than before', () => {
  // Half a second is much more than a batch takes, and much less than a queue that is still full.
  const mostMs = Math.max(500, 5 * result.calmMs);
  for (const { name, recoveredMs } of result.phases) expect(recoveredMs, name).toBeLessThan(mostMs);
});
