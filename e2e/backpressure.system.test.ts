import { expect, test } from 'vitest';
import { flood } from '../bench/flood.ts';

/** 300 MB before, and what 2,000 waiting batches and 3,500 open requests take; a queue without a bound takes all there is. */
const mostMb = 1_300;
const timeoutMs = 240_000;

test(
  'ten times too much traffic is refused with a time to come again, and loses nothing that was accepted',
  async () => {
    const result = await flood(8_000);
    const { statuses, curve } = result;
    const refused = (statuses.get(503) ?? 0) + (statuses.get(429) ?? 0);

    expect(refused).toBeGreaterThan(0);
    expect(result.withoutRetryAfter).toBe(0);
    // Nothing but "taken" and "come again" is said, however much is asked.
    expect([...statuses.keys()].filter((status) => ![0, 202, 429, 503].includes(status))).toEqual(
      [],
    );
    expect(result.kept).toBe(result.accepted);
    expect(Math.max(...curve.map(({ apiMb }) => apiMb))).toBeLessThan(mostMb);
    expect(Math.max(...curve.map(({ collectorMb }) => collectorMb))).toBeLessThan(mostMb);
    // Half a second is much more than a batch takes, and much less than a queue that is still full.
    expect(result.recoveredMs).toBeLessThan(Math.max(500, 5 * result.calmMs));
  },
  timeoutMs,
);
