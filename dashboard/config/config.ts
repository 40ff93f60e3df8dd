/** Where the API and the collector are, as the static server says in `/config.json`. */
export interface Config {
  /** The GraphQL endpoint. */
  readonly apiUrl: string;
  /** The same endpoint for subscriptions, `ws:` or `wss:`. */
  readonly socketUrl: string;
  /** The collector's origin, where `t.js` is served. */
  readonly collectorUrl: string;
}

/**
 * Reads the config. `apiUrl` may be an origin (then `/graphql` is meant) or the endpoint itself, absolute or a path
 * on the page's own origin.
 *
 * @throws {Error} with a sentence for the person at the screen, where the file is missing or not JSON
 */
export async function loadConfig(fetchIt: typeof fetch, pageUrl: string): Promise<Config> {
  const response = await fetchIt('/config.json').catch(() => null);
  const raw: unknown = response?.ok ? await response.json().catch(() => null) : null;
  if (typeof raw !== 'object' || raw === null)
    throw new Error(
      'The server of this page does not answer /config.json, which says where the API is.',
    );
  return readConfig(raw, pageUrl);
}

export function readConfig(raw: object, pageUrl: string): Config {
  const api = new URL(stringIn(raw, 'apiUrl') ?? '/graphql', pageUrl);
  if (api.pathname === '/') api.pathname = '/graphql';
  const socket = new URL(api);
  socket.protocol = api.protocol === 'https:' ? 'wss:' : 'ws:';
  return {
    apiUrl: api.href,
    socketUrl: socket.href,
    collectorUrl: new URL(stringIn(raw, 'collectorUrl') ?? '/', pageUrl).origin,
  };
}

function stringIn(raw: object, key: string): string | undefined {
  const value: unknown = Reflect.get(raw, key);
  return typeof value === 'string' ? value : undefined;
}
