import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repoPath } from '../data-dir.ts';
import type { Progress } from '../progress/progress.ts';

const kept = /^dashboard-[0-9a-f]{16}$/;

/**
 * The folder of the built dashboard: built at the first start and when its sources have changed. The folder's name is
 * the sources' hash, and it appears in one step, so that two starts at once do not disturb each other.
 */
export async function ensureDashboardBuilt(dataDir: string, progress: Progress): Promise<string> {
  const builds = join(dataDir, 'build');
  const name = `dashboard-${await hashSources()}`;
  const folder = join(builds, name);
  if (existsSync(join(folder, 'index.html'))) return folder;
  await mkdir(builds, { recursive: true });
  const fresh = join(builds, `${name}.${process.pid}`);
  await progress.during('Building the dashboard …', async () => {
    const { buildDashboard } = await import('../../dashboard/build.ts');
    await buildDashboard(fresh);
  });
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  await removeOthers(builds, name);
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

/** Older builds go, but for the last one: a system that was started with it may still serve it. */
async function removeOthers(builds: string, name: string): Promise<void> {
  const others = (await readdir(builds)).filter((other) => kept.test(other) && other !== name);
  const [, ...old] = others.reverse();
  await Promise.all(old.map((other) => rm(join(builds, other), { recursive: true, force: true })));
}
