import { answerPreflight } from './cors.ts';
import type { Env, Scope } from './env.ts';
import { consume } from './forward/consume.ts';
import type { IncomingBatch } from './forward/incoming-batch.ts';
import { readUnderway } from './forward/underway.ts';
import { postBatches } from './post-batches.ts';
import { serveScript } from './scripts.ts';
import { openStream } from './stream.ts';

interface Route {
  readonly method: string;
  readonly handle: (request: Request, scope: Scope, path: string) => Response | Promise<Response>;
}

const script: Route = { method: 'GET', handle: (request, _, path) => serveScript(request, path) };
const routes = new Map<string, Route>([
  ['/v1/batches', { method: 'POST', handle: postBatches }],
  ['/v1/stream', { method: 'GET', handle: openStream }],
  ['/t.js', script],
  ['/t-extra.js', script],
  ['/t-press.js', script],
  ['/health', { method: 'GET', handle: answerHealth }],
]);

/** The Worker: receives batches from pages, and hands them to the API, through a Queue or directly. */
export default {
  async fetch(request, env, context) {
    const path = pathOf(request.url);
    const route = routes.get(path);
    if (!route) return new Response('There is nothing here.\n', { status: 404 });
    const { method } = request;
    if (method === 'OPTIONS') return answerPreflight(request);
    if (method !== route.method && !(method === 'HEAD' && route.method === 'GET')) {
      const headers = { allow: `${route.method}, OPTIONS` };
      return new Response(`Only ${route.method} is known here.\n`, { status: 405, headers });
    }
    const scope: Scope = { env, waitUntil: (work) => context.waitUntil(work) };
    return await route.handle(request, scope, path);
  },
  async queue(messages, env) {
    await consume(messages, env);
  },
} satisfies ExportedHandler<Env, IncomingBatch>;

/** As `new URL(url).pathname`, at a tenth of its cost: this runs for every batch. */
function pathOf(url: string): string {
  const start = url.indexOf('/', 'https://'.length);
  const end = url.indexOf('?', start);
  return url.slice(start, end < 0 ? undefined : end);
}

/** `underway` counts batches that this isolate took and the API has not acknowledged yet. */
function answerHealth(_: Request, { env }: Scope): Response {
  const body = { status: 'ok', forward: env.FORWARD, underway: readUnderway() };
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
