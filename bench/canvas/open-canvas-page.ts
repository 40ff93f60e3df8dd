import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { repoPath } from '../../tools/data-dir.ts';

/** A page with the dashboard's drawing code as `canvasPage`, and the libraries that it is compared with. */
export async function openCanvasPage(browser: Browser): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [repoPath('bench/canvas/page/in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const page = await browser.newPage({ viewport: { width: 1_280, height: 860 } });
  await page.addScriptTag({ path: repoPath('node_modules/simpleheat/simpleheat.js') });
  await page.addScriptTag({ path: repoPath('node_modules/heatmap.js/build/heatmap.js') });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page;
}
