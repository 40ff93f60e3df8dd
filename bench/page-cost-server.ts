import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { repoPath } from '../tools/data-dir.ts';

/** How a recorder comes onto the page. */
export interface Recorder {
  readonly name: string;
  /** Scripts by path, from the repository's root. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly head: string;
}

export interface RecorderServer {
  readonly url: string;
  /** Bytes of bodies that the page has sent, as they were on the wire. */
  readonly sentBytes: () => number;
  readonly stop: () => Promise<void>;
}

/** What PostHog asks for before it records; the others ask for nothing. */
const posthogConfig = JSON.stringify({
  sessionRecording: { endpoint: '/s/', recorderVersion: 'v2' },
  supportedCompression: ['gzip-js'],
  featureFlags: {},
  hasFeatureFlags: false,
  isAuthenticated: false,
  toolbarParams: {},
  capturePerformance: false,
  autocapture_opt_out: true,
  surveys: false,
  heatmaps: false,
});

/** Serves a page with one recorder, and takes whatever it sends. */
export async function serveRecorder(
  { scripts, head }: Recorder,
  body: string,
): Promise<RecorderServer> {
  let bytes = 0;
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (request.method === 'POST') bytes += await readLength(request);
    const script = scripts[path];
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Shop</title>${head}<body>${body}`);
    } else if (script) {
      response.setHeader('content-type', 'text/javascript');
      response.end(await readFile(repoPath(script)));
    } else {
      response.setHeader('content-type', 'application/json');
      response.writeHead(path === '/v1/batches' ? 202 : 200).end(posthogConfig);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sentBytes: () => bytes,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readLength(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  return bytes;
}
