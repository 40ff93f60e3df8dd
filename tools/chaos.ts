import process from 'node:process';
import { Command, InvalidArgumentError } from 'commander';
import type { Forward } from './chaos/chaos-system.ts';
import { describeRound } from './chaos/describe-round.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { makeProgress } from './progress/progress.ts';

/** `npm run chaos`: breaks a whole system on purpose, round after round, and compares every number with what was sent. */
const whole = (text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a whole number.');
};
const options = new Command('chaos')
  .description(
    'Kills API, mongod and collector, breaks the network, fills disks and holds elections while visitors send; then checks that nothing is lost and nothing counted twice.',
  )
  .option('--rounds <n>', 'how many rounds', whole, 50)
  .option('--seed <n>', 'decides visits and faults', whole, 1)
  .option('--from <n>', 'the first round, to repeat a later one', whole, 1)
  .option('--mode <mode>', 'direct, queue or both', 'both')
  .option('--visitors <n>', 'visitors a round', whole, 16)
  .option('--apis <n>', 'API processes', whole, 2)
  .option('--members <n>', 'members of the replica set', whole, 3)
  .parse()
  .opts<
    Record<'rounds' | 'seed' | 'from' | 'visitors' | 'apis' | 'members', number> & { mode: string }
  >();

const modes: Readonly<Record<string, readonly Forward[]>> = {
  direct: ['direct'],
  queue: ['queue'],
  both: ['direct', 'queue'],
};
const forwards = modes[options.mode];
if (!forwards) {
  process.stderr.write('--mode is direct, queue or both.\n');
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const report = await runChaos({
  ...options,
  firstRound: Math.max(0, options.from - 1),
  forwards,
  faultsWithinMs: 5_000,
  progress: makeProgress(),
  onRound: (planned, result) => {
    process.stdout.write(`${describeRound(planned, result)}\n`);
  },
});
const { rounds, failed, logFolder } = report;
if (!report.canDisksBeFull) {
  process.stdout.write(
    'No disk was full: this needs the right to mount a file system (root on Linux).\n',
  );
}
process.stdout.write(
  failed === 0
    ? `${rounds} rounds: nothing lost, nothing twice.\n`
    : `${failed} of ${rounds} rounds failed; repeat one with --seed ${options.seed} --from N --rounds 1. Logs: ${logFolder}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
