import process from 'node:process';
import { styleText } from 'node:util';
import { makeProgress } from './progress/progress.ts';
import { describeSystem } from './system/banner.ts';
import { readPorts } from './system/ports.ts';
import { startSystem } from './system/start-system.ts';
import type { RunningSystem, SystemOptions } from './system/system.ts';
import { UserProblem } from './user-problem.ts';

/**
 * `npm start`: everything on this machine, until Ctrl-C. The environment may say `MONGODB_URI`, `PORT_DASHBOARD`,
 * `PORT_API`, `PORT_SHOP`, `PORT_COLLECTOR`, `FORWARD` (direct or queue), `LOCAL_MODE` (off), `TRAILGRAPH_DATA`.
 */
const startedAt = performance.now();
const progress = makeProgress();
let starting: Promise<RunningSystem> | undefined;
let running: RunningSystem | undefined;
let stoppedAt: number | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop);
// Whoever started this process is gone, without a signal.
process.on('disconnect', requestStop);

try {
  starting = startSystem(readOptions(process.env));
  running = await starting;
  if (stoppedAt === undefined) {
    process.stdout.write(describeSystem(running, (performance.now() - startedAt) / 1000));
  }
} catch (error) {
  if (stoppedAt === undefined) fail(error);
}

function readOptions(env: NodeJS.ProcessEnv): SystemOptions {
  const forward = env.FORWARD ?? 'direct';
  if (forward !== 'direct' && forward !== 'queue') {
    throw new UserProblem(`FORWARD is "${forward}": it must be direct or queue.`);
  }
  return {
    ports: readPorts(env),
    mongodbUri: env.MONGODB_URI,
    forward,
    progress,
    onGivenUp: (reason) => {
      progress.say(reason);
      process.exitCode = 1;
      requestStop();
    },
    ...(env.LOCAL_MODE === 'off' ? { localMode: false } : {}),
  };
}

/** One Ctrl-C may come several times over (terminal, npm, bootstrap); a second one, later, no longer waits. */
function requestStop(): void {
  if (stoppedAt === undefined) {
    stoppedAt = performance.now();
    void stop();
  } else if (performance.now() - stoppedAt > 1000) {
    progress.say('Stopped at once.');
    running?.kill();
    // Parts that are still starting end when this process is gone.
    process.exit(130);
  }
}

async function stop(): Promise<void> {
  progress.say('\nStopping: what has arrived is being stored … (Ctrl-C again ends at once)');
  try {
    const system = await starting?.catch(() => undefined);
    await system?.stop();
    progress.say('Stopped. Everything is stored.');
  } catch (error) {
    progress.say(`Stopped, but not cleanly: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
  process.exit();
}

function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = !(error instanceof UserProblem);
  progress.say(styleText('red', isOurs ? `Trailgraph could not start: ${message}` : message));
  if (isOurs && error instanceof Error && process.env.DEBUG) progress.say(error.stack ?? '');
  process.exit(1);
}
