import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom } from '../../api/testing/random-visits.ts';
import { findMongod } from '../mongod/find-mongod.ts';
import { startMongod } from '../mongod/start-mongod.ts';
import type { Progress } from '../progress/progress.ts';
import { startCalmSystem } from './calm-system.ts';
import { type Forward, startChaosSystem } from './chaos-system.ts';
import { type RoundResult, runRound } from './round.ts';

export interface ChaosOptions {
  readonly rounds: number;
  /** The first round's number, from 0: to repeat a later one alone. */
  readonly firstRound?: number;
  readonly seed: number;
  readonly forwards: readonly Forward[];
  readonly members: number;
  readonly apis: number;
  readonly visitors: number;
  readonly faultsWithinMs: number;
  readonly progress: Progress;
  readonly onRound: (round: number, forward: Forward, result: RoundResult) => void;
}

export interface ChaosReport {
  readonly rounds: number;
  readonly failed: number;
  /** Whether mongod's disk could be full here; it takes the right to mount a file system. */
  readonly canDisksBeFull: boolean;
}

/** Fifteen times: two seconds between batches become 133 ms. */
const speed = 15;

/** Breaks a system in rounds. Stops what it started, whatever happens. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { rounds, firstRound = 0, seed, forwards, progress } = options;
  const plan = Array.from({ length: rounds }, (_, i) => ({
    round: firstRound + i,
    site: `chaos-${seed}-${firstRound + i}`,
    // Every third round through the queue, where both ways are wanted.
    forward: forwards[(firstRound + i) % 3 === 2 ? forwards.length - 1 : 0] ?? 'direct',
  }));
  const sites = plan.map(({ site }) => site);
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-chaos-'));
  const mongodBinary = await findMongod();
  const reference = await startMongod({ binary: mongodBinary });
  const calm = await startCalmSystem(reference.uri, sites);
  const system = await progress.during('Starting the system that is to be broken …', () =>
    startChaosSystem({ ...options, folder, mongodBinary, sites, random: makeRandom(seed) }),
  );
  let failed = 0;
  try {
    await system.healthy();
    for (const { round, site, forward } of plan) {
      const result = await runRound(system, calm, { ...options, round, site, forward, speed });
      if (result.differences.length > 0) failed += 1;
      options.onRound(round, forward, result);
    }
  } finally {
    await system.stop();
    await calm.stop();
    await reference.stop();
  }
  return { rounds, failed, canDisksBeFull: system.database.canDisksBeFull };
}
