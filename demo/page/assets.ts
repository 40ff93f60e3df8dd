import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const folder = fileURLToPath(new URL('..', import.meta.url));

/** The shop's script and its style sheet, each bundled into one file in memory. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['client/shop.ts', 'styles/shop.css'],
    entryNames: '[name]',
    outdir: 'out',
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  const types = { js: 'text/javascript', css: 'text/css' };
  return new Map(
    result.outputFiles.map((file) => {
      const kind = file.path.endsWith('.css') ? 'css' : 'js';
      return [`/shop.${kind}`, { type: `${types[kind]}; charset=utf-8`, body: file.text }];
    }),
  );
}
