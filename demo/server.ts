import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Asset, buildAssets } from './page/assets.ts';
import { renderLayout, type ShopSettings } from './page/layout.ts';
import { findPage } from './pages/find-page.ts';
import { replySlowly } from './slow-reply.ts';
import { findSpecimen } from './specimen-files.ts';

/** The demo shop: pages made on request, one script, one style sheet, and the specimens below `/specimens`. */
export async function createShop(settings: ShopSettings): Promise<RequestListener> {
  const icon = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
  const assets = new Map(await buildAssets()).set('/icon.svg', {
    type: 'image/svg+xml',
    body: icon,
  });
  return (request, response) => {
    answer(request, response, assets, settings).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  assets: ReadonlyMap<string, Asset>,
  settings: ShopSettings,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = new URL(request.url ?? '/', 'http://shop').pathname;
  if (replySlowly(path, response)) return;
  const asset = assets.get(path) ?? (await findSpecimen(path, settings));
  if (asset) {
    send(request, response, 200, asset);
    return;
  }
  const page = findPage(path);
  const body = renderLayout(page, path, settings);
  send(request, response, page.status ?? 200, { type: 'text/html; charset=utf-8', body });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  asset: Asset,
): void {
  response.writeHead(status, {
    'content-type': asset.type,
    'content-length': Buffer.byteLength(asset.body),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : asset.body);
}
