import type { ServerResponse } from 'node:http';
import { isSameSecret } from '../auth/token.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Metrics } from './metrics.ts';

/** Who may read the metrics: the owner (in local mode that is everybody on this machine), and who has the metrics token. */
export function mayReadMetrics(
  viewer: Viewer,
  token: string | null,
  metricsToken: string | undefined,
): boolean {
  if (viewer.role === 'owner') return true;
  return token !== null && metricsToken !== undefined && isSameSecret(token, metricsToken);
}

/** In Prometheus's text format. */
export async function answerMetrics({ registry }: Metrics, response: ServerResponse) {
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
  response.end(text);
}
