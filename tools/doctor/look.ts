import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../chromium/find-chromium.ts';
import { repoPath } from '../data-dir.ts';
import { checkMongod } from '../mongod/check-mongod.ts';
import { findDataOwner } from '../mongod/data-owner.ts';
import { findPresentMongod } from '../mongod/find-mongod.ts';
import { findListeningMongod } from '../mongod/listening-mongod.ts';
import { silentProgress } from '../progress/progress.ts';
import { claimPorts, readPorts } from '../system/ports.ts';
import type { Finding } from './findings.ts';

const run = promisify(execFile);

export function lookAtNode(): Finding {
  const packaged = process.execPath.startsWith(repoPath('node_modules'));
  const from = packaged ? 'from the npm packages' : 'of this machine';
  return { state: 'ok', about: 'Node', text: `${process.version}, ${from}` };
}

/** Which MongoDB the next start would use. */
export async function lookAtMongodb(dataDir: string, env: NodeJS.ProcessEnv): Promise<Finding> {
  const about = 'MongoDB';
  if (env.MONGODB_URI) return { state: 'ok', about, text: 'the one that MONGODB_URI names' };
  const listening = await findListeningMongod();
  if (listening.kind === 'replicaSet') {
    return { state: 'ok', about, text: 'the replica set that listens on localhost:27017' };
  }
  const binary = await findPresentMongod(dataDir, silentProgress);
  if (!binary) {
    return { state: 'note', about, text: 'none on this machine; the first start fetches one' };
  }
  const check = await checkMongod(binary);
  const text = 'version' in check ? `${check.version}, ${binary}` : check.problem;
  return { state: 'version' in check ? 'ok' : 'missing', about, text };
}

export async function lookAtPython(): Promise<Finding> {
  const about = 'Python and pip';
  try {
    const { stdout } = await run('python3', ['-m', 'pip', '--version']);
    return { state: 'ok', about, text: stdout.trim().replace(/ from .*\(/, ' (') };
  } catch {
    const text = 'missing: only needed to fetch MongoDB where nothing else can';
    return { state: 'note', about, text };
  }
}

export async function lookAtPorts(env: NodeJS.ProcessEnv): Promise<Finding> {
  const about = 'Ports';
  const ports = readPorts(env);
  try {
    const claimed = await claimPorts(ports);
    return { state: 'ok', about, text: `${Object.values(claimed).join(', ')} are free` };
  } catch (error) {
    return {
      state: 'missing',
      about,
      text: error instanceof Error ? error.message : String(error),
    };
  }
}

export async function lookAtChromium(): Promise<Finding> {
  const about = 'Chromium';
  try {
    const path = await findChromium();
    await run(path, ['--version'], { timeout: 20_000 });
    return { state: 'ok', about, text: `${path} (for tests only)` };
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || error)
      .trim()
      .split('\n')[0];
    const text = `does not run (${reason}); tests need one: install Chromium, or set CHROMIUM_PATH`;
    return { state: 'note', about, text };
  }
}

export async function lookAtData(dataDir: string): Promise<Finding> {
  const about = 'Data';
  if (!existsSync(dataDir)) {
    return { state: 'note', about, text: `${dataDir} is made at the first start` };
  }
  const owner = await findDataOwner(join(dataDir, 'mongo'));
  const use = owner === null ? 'not in use now' : `in use by mongod, process ${owner}`;
  return { state: 'ok', about, text: `${dataDir}, ${use}` };
}

/** What a log's last error was, where a part's last run left one. */
export async function lookAtLogs(dataDir: string): Promise<Finding> {
  const names = ['api', 'collector'];
  const texts = await Promise.all(
    names.map((name) => readFile(join(dataDir, 'log', `${name}.log`), 'utf8').catch(() => '')),
  );
  const errors = names.filter((_, i) => /"level":(50|60)|\bError:/.test(texts[i] ?? ''));
  if (errors.length === 0) return { state: 'ok', about: 'Logs', text: 'no errors in the last run' };
  const files = errors.map((name) => join(dataDir, 'log', `${name}.log`)).join(', ');
  return { state: 'note', about: 'Logs', text: `the last run logged errors: ${files}` };
}

export function lookAtAnalysis(env: NodeJS.ProcessEnv): Finding {
  const text = env.GEMINI_API_KEY
    ? 'GEMINI_API_KEY is set: insights come from Gemini'
    : 'GEMINI_API_KEY is not set: insights come from the built-in rules';
  return { state: 'note', about: 'AI', text };
}
