import { spawn } from 'node:child_process';
import process from 'node:process';
import { repoPath } from '../data-dir.ts';

/** A program that says by its exit code whether something about the repository holds. */
export interface Check {
  /** What holds where it passes. */
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** Runs a check; its output is shown only where it fails. */
export async function runCheck({ name, command }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await runProgram(command);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trim()}\n\n`);
  return code === 0;
}

function runProgram([program, ...args]: Check['command']): Promise<{
  readonly code: number | null;
  readonly output: string;
}> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repoPath(''), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
