import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom } from '../../api/testing/random-visits.ts';
import { findMongod } from '../mongod/find-mongod.ts';
import { startMongod } from '../mongod/start-mongod.ts';
import type { Progress } from '../progress/progress.ts';
import { startCalmSystem } from './calm-system.ts';
import { type Forward, startChaosSystem } from './chaos-system.ts';
import { type PlannedRound, planRounds } from './plan-rounds.ts';
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
  readonly onRound: (planned: PlannedRound, result: RoundResult) => void;
}

export interface ChaosReport {
  readonly rounds: number;
  readonly failed: number;
  /** Whether mongod's disk could be full here; it takes the right to mount a file system. */
  readonly canDisksBeFull: boolean;
  /** Where the logs of all processes are: kept where a round failed. */
  readonly logFolder: string | null;
}

/** Fifteen times: two seconds between batches become 133 ms. */
const speed = 15;

/** Breaks a system in rounds. Stops what it started, whatever happens. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { rounds, firstRound = 0, seed, forwards, progress } = options;
  const plan = planRounds(firstRound + rounds, forwards, seed)
    .slice(firstRound)
    .map((planned) => ({ ...planned, site: `chaos-${seed}-${planned.round}` }));
  const sites = plan.map(({ site }) => site);
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-chaos-'));
  // Also where it is interrupted: data of its own, which nobody wants.
  const forget = () => rmSync(join(folder, 'mongo'), { recursive: true, force: true });
  process.once('exit', forget);
  const mongodBinary = await findMongod();
  const reference = await startMongod({ binary: mongodBinary });
  const calm = await startCalmSystem(reference.uri, sites);
  const system = await progress.during('Starting the system that is to be broken …', () =>
    startChaosSystem({ ...options, folder, mongodBinary, sites, random: makeRandom(seed) }),
  );
  let failed = 0;
  try {
    await system.healthy();
    for (const planned of plan) {
      const result = await runRound(system, calm, { ...options, ...planned, speed });
      if (result.differences.length > 0) failed += 1;
      options.onRound(planned, result);
    }
  } finally {
    await system.stop();
    await calm.stop();
    await reference.stop();
    process.off('exit', forget);
    if (failed === 0) await rm(folder, { recursive: true, force: true });
  }
  const { canDisksBeFull } = system.database;
  return { rounds, failed, canDisksBeFull, logFolder: failed > 0 ? join(folder, 'log') : null };
}
