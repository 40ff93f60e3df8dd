import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { repoPath } from '../data-dir.ts';

/** The repository's own files, new ones included, as paths from its root. */
export async function listSources(pattern: RegExp): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: repoPath(''), maxBuffer: 16 * 1024 * 1024 },
  );
  return stdout.split('\n').filter((path) => pattern.test(path) && existsSync(repoPath(path)));
}
