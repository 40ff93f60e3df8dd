import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { repoPath } from '../data-dir.ts';
import type { Progress } from '../progress/progress.ts';

const built = /^dashboard-[0-9a-f]{16}$/;
/** A system may serve the build that it was started with for long: only what no start has used for a month goes. */
const keptForMs = 30 * 86_400_000;

/**
 * The folder of the built dashboard: built at the first start and when its sources have changed. The folder's name is
 * the sources' hash, and it appears in one step, so that two starts at once do not disturb each other.
 */
export async function ensureDashboardBuilt(dataDir: string, progress: Progress): Promise<string> {
  const builds = join(dataDir, 'build');
  const name = `dashboard-${await hashSources()}`;
  const folder = join(builds, name);
  if (existsSync(join(folder, 'index.html'))) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  await mkdir(builds, { recursive: true });
  const fresh = join(builds, `${name}.${process.pid}`);
  await progress.during('Building the dashboard …', async () => {
    const { buildDashboard } = await import('../../dashboard/build.ts');
    await buildDashboard(fresh);
  });
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  await removeUnused(builds);
  return folder;
}

async function hashSources(): Promise<string> {
  const root = repoPath('dashboard');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(root, 'dist')))
    .sort();
  const hash = createHash('sha256');
  for (const path of [...files, repoPath('package-lock.json')]) {
    hash.update(path.slice(repoPath('').length)).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeUnused(builds: string): Promise<void> {
  for (const name of await readdir(builds)) {
    const folder = join(builds, name);
    const { mtimeMs } = await stat(folder);
    const isUnused = built.test(name) && Date.now() - mtimeMs > keptForMs;
    if (isUnused) await rm(folder, { recursive: true, force: true });
  }
}
