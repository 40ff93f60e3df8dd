import type { RequestListener } from 'node:http';
import sirv from 'sirv';

export interface DashboardSettings {
  /** The built dashboard. */
  readonly folder: string;
  readonly apiUrl: string;
  readonly collectorUrl: string;
}

/** Serves the dashboard: any address that is no file is the application's own; `/config.json` says where the API is. */
export function createDashboardServer(settings: DashboardSettings): RequestListener {
  const { apiUrl, collectorUrl } = settings;
  const files = sirv(settings.folder, { single: true, etag: true, setHeaders: addHeaders });
  const config = JSON.stringify({ apiUrl, collectorUrl });
  const policy = contentPolicy(settings);
  return (request, response) => {
    response.setHeader('content-security-policy', policy);
    if (request.url?.split('?')[0] === '/config.json') {
      response.setHeader('content-type', 'application/json');
      response.setHeader('cache-control', 'no-store');
      response.end(config);
    } else files(request, response);
  };
}

function addHeaders(response: import('node:http').ServerResponse, path: string): void {
  // The build names these by content; a page must be asked for again.
  const forever = path.startsWith('/assets/');
  response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
}

/** What shows recorded behaviour runs its own code only, and talks to its own API only. */
function contentPolicy({ apiUrl }: DashboardSettings): string {
  const socket = apiUrl.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${apiUrl} ${socket}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
