import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset } from './page/assets.ts';
import type { ShopSettings } from './page/layout.ts';

const folder = fileURLToPath(new URL('specimens/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file below `/specimens`, or null. `{{collector}}`, `{{dashboard}}` and `{{site}}` in pages are filled in. */
export async function findSpecimen(path: string, settings: ShopSettings): Promise<Asset | null> {
  if (path !== '/specimens' && !path.startsWith('/specimens/')) return null;
  const inside = normalize(decodeURIComponent(path.slice('/specimens'.length)) || '/');
  const name = inside.endsWith('/') ? `${inside}index.html` : inside;
  const type = types[extname(name)];
  if (!type || inside.includes('..')) return null;
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  if (text === null) return null;
  return { type, body: type.startsWith('text/html') ? fillIn(text, settings) : text };
}

function fillIn(text: string, settings: ShopSettings): string {
  return text
    .replaceAll('{{collector}}', settings.collectorUrl)
    .replaceAll('{{dashboard}}', settings.dashboardUrl)
    .replaceAll('{{site}}', settings.site);
}
