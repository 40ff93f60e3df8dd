import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoPath } from '../data-dir.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The parts of vitest's report that are counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/** Runs vitest with these arguments, its output as it comes. */
export async function runTests(args: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-test-'));
  const report = join(folder, 'report.json');
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const code = await runVitest(['run', ...flags, ...args]);
    return count(code, await readFile(report, 'utf8').catch(() => null));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run that failed without a failed test (a file that does not load, a broken set-up) counts as one failure. */
function count(code: number | null, text: string | null): Counts {
  if (text === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(text) as Report;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function runVitest(args: readonly string[]): Promise<number | null> {
  const vitest = repoPath('node_modules/vitest/vitest.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...args], {
      cwd: repoPath(''),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}
