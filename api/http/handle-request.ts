import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBearer } from '../auth/token.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Yoga } from '../graphql/make-yoga.ts';
import { answerHealth, isHealthPath } from '../health/answer-health.ts';
import { answerMetrics, mayReadMetrics } from '../metrics/answer-metrics.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { findCollectorSites } from '../sites/collector-sites.ts';
import type { Store } from '../store/open-store.ts';
import { guardSize, mostHandOverBytes, type Refusal } from './request-guard.ts';

interface Settings {
  readonly store: Store;
  readonly yoga: Yoga;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly guard: (request: IncomingMessage) => Refusal | null;
  readonly findViewer: (token: string | null) => Promise<Viewer>;
}

/** Everything that the API answers over HTTP: `/graphql`, `/health`, `/metrics`, and `/internal/sites` for the collector. */
export function makeRequestHandler(settings: Settings) {
  const { store, guard, findViewer } = settings;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    if (isHealthPath(path)) return answerHealth(store, path, response);
    const refusal = guard(request);
    if (refusal) return refuse(response, refusal);
    const token = readBearer(request.headers.authorization);
    const viewer = await findViewer(token);
    if (path === '/metrics') return answerScrape(settings, { viewer, token }, response);
    if (path === '/internal/sites') return answerSites(store, viewer, response);
    if (path === '/graphql') return answerGraphql(settings.yoga, viewer, request, response);
    return refuse(response, { status: 404, message: 'Not found.' });
  };
}

async function answerScrape(
  { metrics, metricsToken }: Settings,
  { viewer, token }: { readonly viewer: Viewer; readonly token: string | null },
  response: ServerResponse,
): Promise<void> {
  if (mayReadMetrics(viewer, token, metricsToken)) return await answerMetrics(metrics, response);
  return refuse(response, { status: 401, message: 'The metrics token is needed.' });
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

async function answerGraphql(
  yoga: Yoga,
  viewer: Viewer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const most = viewer.role === 'collector' ? mostHandOverBytes : undefined;
  const tooLarge = guardSize(request, most);
  if (tooLarge) return refuse(response, tooLarge);
  await yoga(request, response, { viewer });
}

async function answerSites(store: Store, viewer: Viewer, response: ServerResponse): Promise<void> {
  if (viewer.role !== 'collector') {
    return refuse(response, { status: 401, message: "The collector's alone." });
  }
  answerJson(response, 200, { sites: await findCollectorSites(store) });
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  answerJson(response, status, { errors: [{ message, extensions: { code: codeOf(status) } }] });
}

function codeOf(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  return status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST';
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
