import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The process id of the mongod that has this data folder open, or null. A lock file that a killed mongod left behind
 * names a process that is gone, or is something else by now.
 */
export async function findDataOwner(dbPath: string): Promise<number | null> {
  const lock = await readFile(join(dbPath, 'mongod.lock'), 'utf8').catch(() => '');
  const pid = Number.parseInt(lock, 10);
  if (!pid) return null;
  return (await findProgramName(pid)) === 'mongod' ? pid : null;
}

async function findProgramName(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/comm`, 'utf8').then(
      (name) => name.trim(),
      () => null,
    );
  }
  return promisify(execFile)('ps', ['-p', String(pid), '-o', 'comm=']).then(
    ({ stdout }) => basename(stdout.trim()),
    () => null,
  );
}
