import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureTrackerBuilt, trackerDist } from './tracker-build.ts';

/** The tracker's scripts by path, as the Worker serves them. */
type Scripts = Readonly<Record<string, { readonly body: string; readonly etag: string }>>;

export interface BundleOptions {
  /** Modules of the Worker to take from elsewhere, by file name: a benchmark leaves parts out with it. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** Default: the tracker's, built where they are not yet. */
  readonly scripts?: Scripts;
}

/**
 * Bundles the Worker with the tracker's scripts inside: the same file for workerd here and on Cloudflare.
 *
 * @returns the source of an ES module
 */
export async function bundleWorker(options: BundleOptions = {}): Promise<string> {
  const { replaced = {}, scripts = await readScripts() } = options;
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['module', 'main'],
    define: { trackerScripts: JSON.stringify(scripts) },
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

async function readScripts(): Promise<Scripts> {
  await ensureTrackerBuilt();
  const scripts: Record<string, { body: string; etag: string }> = {};
  for (const name of ['t.js', 't-extra.js', 't-press.js']) {
    const body = await readFile(new URL(name, trackerDist), 'utf8').catch(() => undefined);
    if (body === undefined) continue;
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    scripts[`/${name}`] = { body, etag: `"${hash}"` };
  }
  return scripts;
}
