import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureTrackerBuilt, trackerDist } from './tracker-build.ts';

/**
 * Bundles the Worker with the tracker's scripts inside: the same file for workerd here and on Cloudflare.
 *
 * @param replaced modules of the Worker to take from elsewhere, by file name: benchmarks leave parts out with it
 * @returns the source of an ES module
 */
export async function bundleWorker(
  replaced: Readonly<Record<string, string>> = {},
): Promise<string> {
  await ensureTrackerBuilt();
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['module', 'main'],
    define: { trackerScripts: JSON.stringify(await readScripts()) },
    plugins: Object.entries(replaced).map(([name, path]) => ({
      name: `replace ${name}`,
      setup: ({ onResolve }) =>
        onResolve({ filter: new RegExp(`/${name}$`) }, ({ kind }) =>
          kind === 'import-statement' ? { path } : undefined,
        ),
    })),
  });
  return result.outputFiles[0]?.text ?? '';
}

async function readScripts(): Promise<Record<string, { body: string; etag: string }>> {
  const scripts: Record<string, { body: string; etag: string }> = {};
  for (const name of ['t.js', 't-extra.js']) {
    const body = await readFile(new URL(name, trackerDist), 'utf8').catch(() => undefined);
    if (body === undefined) continue;
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    scripts[`/${name}`] = { body, etag: `"${hash}"` };
  }
  return scripts;
}
