import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves a built dashboard as any host would: files, the config, and `index.html` for every other path. */
export async function serveDashboard(
  dist: string,
  config: { readonly apiUrl: string; readonly collectorUrl: string },
): Promise<{ url: string; close: () => Promise<void> }> {
  const index = await readFile(join(dist, 'index.html'));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/config.json') {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(config));
    }
    const file = resolve(dist, `.${pathname}`);
    const body =
      file.startsWith(dist) && extname(file) ? await readFile(file).catch(() => null) : null;
    response.setHeader('content-type', types[body ? extname(file) : '.html'] ?? 'text/plain');
    response.end(body ?? index);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
