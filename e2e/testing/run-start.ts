import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { repoPath } from '../../tools/data-dir.ts';

export interface RunningStart {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
  /** Resolves when the output has this; rejects with the output where it ends first. */
  readonly says: (text: string) => Promise<void>;
}

const freePorts = { PORT_DASHBOARD: '0', PORT_API: '0', PORT_SHOP: '0', PORT_COLLECTOR: '0' };

/** `npm start` as the shell runs it, through the bootstrap, with these changes to the environment. */
export function runStart(env: Readonly<Record<string, string>>): RunningStart {
  const child = spawn('node', ['tools/bootstrap.mjs', 'tools/start.ts'], {
    cwd: repoPath(''),
    env: { ...process.env, ...freePorts, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    for (const check of waiting) check();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        if (output.includes(text)) resolve();
      };
      waiting.add(check);
      check();
      void exited.then(() => reject(new Error(`It ended without saying "${text}":\n${output}`)));
    });
  return { child, output: () => output, exited, says };
}
