import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';

const tracker = new URL('../tracker/', import.meta.url);
export const trackerDist = new URL('dist/', tracker);

/**
 * Builds the tracker where its scripts are missing or older than its sources.
 *
 * It is loaded by address: the Worker holds the tracker's output and imports none of its code.
 */
export async function ensureTrackerBuilt(): Promise<void> {
  const build = new URL('build.ts', tracker);
  if (!existsSync(build)) return;
  const builtAt = (await modifiedAt(new URL('t.js', trackerDist))) ?? 0;
  const sources = [tracker, new URL('../schema/', import.meta.url)];
  const changedAt = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (builtAt > changedAt) return;
  const { buildTracker } = (await import(build.href)) as { buildTracker: () => Promise<unknown> };
  await buildTracker();
}

async function newestIn(folder: URL): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sources = entries.filter(
    ({ name, parentPath }) =>
      name.endsWith('.ts') &&
      !name.endsWith('.test.ts') &&
      !/\/(dist|node_modules)\b/.test(parentPath),
  );
  const times = sources.map(({ name, parentPath }) => modifiedAt(`${parentPath}/${name}`));
  return Math.max(0, ...(await Promise.all(times)).map((time) => time ?? 0));
}

async function modifiedAt(file: URL | string): Promise<number | undefined> {
  return await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
