import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { UserProblem } from '../user-problem.ts';
import type { FromPart, ToPart } from './child.ts';

/** One run of a part in a process of its own. */
export interface PartProcess {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the process has ended, however that came. */
  readonly ended: Promise<void>;
  /** Lets it finish what it has begun; after `stopWithinMs` it is killed. */
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

export interface PartSettings {
  /** A script that calls `runPart`. */
  readonly entry: string;
  /** What the part starts with; while they are being found, its process already loads. */
  readonly options: Promise<unknown>;
  /** Where its output goes; what an earlier run wrote is replaced. */
  readonly logFile: string;
}

const stopWithinMs = 20_000;

/**
 * Starts a part in a process group of its own: Ctrl-C in a terminal reaches a whole group, and the parts must stop one
 * after the other.
 *
 * @throws UserProblem as the part said it; Error with the end of its log where it ended before it was ready
 */
export async function startPartProcess(settings: PartSettings): Promise<PartProcess> {
  const { entry, options, logFile } = settings;
  const log = await open(logFile, 'w', 0o600);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  await log.close();
  const ended = once(child, 'exit').then(() => undefined);
  const send = (message: ToPart) => child.connected && child.send(message);
  const ready = waitUntilReady(child, logFile);
  options.then(
    (found) => send({ kind: 'start', options: found }),
    () => child.kill('SIGKILL'),
  );
  const [url] = await Promise.all([ready, options]);
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      send({ kind: 'stop' });
      await ended;
      clearTimeout(late);
    },
    kill: () => child.kill('SIGKILL'),
  };
}

function waitUntilReady(child: ChildProcess, logFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: FromPart) => {
      if (message.kind === 'ready') resolve(message.url);
      else if (message.isUserProblem) reject(new UserProblem(message.message));
      else reject(new Error(message.message));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      readFile(logFile, 'utf8').then(
        (log) => reject(new Error(`It ended with ${code ?? signal}:\n${log.slice(-2000)}`)),
        reject,
      );
    });
  });
}
