import { build } from 'vite';
import { viteConfig } from './vite.ts';

/** Builds the dashboard into `outDir`, ready for any static server that answers unknown paths with `index.html`. */
export async function buildDashboard(outDir: string): Promise<void> {
  await build({ ...viteConfig, logLevel: 'warn', build: { ...viteConfig.build, outDir } });
}

if (import.meta.main) await buildDashboard('dist');
