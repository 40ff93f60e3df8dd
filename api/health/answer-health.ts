import type { ServerResponse } from 'node:http';
import type { Store } from '../store/open-store.ts';

const patienceMs = 2_000;

/** The addresses of health; `/health` is the same as ready. */
export type HealthPath = '/health' | '/health/live' | '/health/ready';

export function isHealthPath(path: string): path is HealthPath {
  return path === '/health' || path === '/health/live' || path === '/health/ready';
}

/**
 * Live: the process answers; if it does not, it is to be started anew. Ready: the database answers as well; if it does not, requests
 * are to go elsewhere, and starting anew would not help.
 */
export async function answerHealth(
  store: Store,
  path: HealthPath,
  response: ServerResponse,
): Promise<void> {
  if (path === '/health/live') return answer(response, 200, 'ok');
  const isThere = await isDatabaseThere(store);
  return answer(response, isThere ? 200 : 503, isThere ? 'ok' : 'no database');
}

async function isDatabaseThere({ db }: Store): Promise<boolean> {
  try {
    await db.command({ ping: 1 }, { timeoutMS: patienceMs });
    return true;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ status: text }));
}
