import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBearer } from '../auth/token.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Yoga } from '../graphql/make-yoga.ts';
import { findCollectorSites } from '../sites/collector-sites.ts';
import type { Store } from '../store/open-store.ts';
import { guardSize, mostHandOverBytes, type Refusal } from './request-guard.ts';

interface Settings {
  readonly store: Store;
  readonly yoga: Yoga;
  readonly guard: (request: IncomingMessage) => Refusal | null;
  readonly findViewer: (token: string | null) => Promise<Viewer>;
}

/** Everything that the API answers over HTTP: `/graphql`, `/health`, and `/internal/sites` for the collector. */
export function makeRequestHandler(settings: Settings) {
  const { store, guard, findViewer } = settings;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/health') return answerHealth(store, response);
    const refusal = guard(request);
    if (refusal) return refuse(response, refusal);
    const viewer = await findViewer(readBearer(request.headers.authorization));
    if (path === '/internal/sites') return answerSites(store, viewer, response);
    if (path === '/graphql') return answerGraphql(settings.yoga, viewer, request, response);
    return refuse(response, { status: 404, message: 'Not found.' });
  };
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

async function answerHealth(store: Store, response: ServerResponse): Promise<void> {
  try {
    await store.db.command({ ping: 1 });
    answerJson(response, 200, { status: 'ok' });
  } catch {
    answerJson(response, 503, { status: 'no database' });
  }
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
