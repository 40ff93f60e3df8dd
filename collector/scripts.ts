/** The tracker's scripts, put here by the bundler (`bundle.ts`), by path. */
declare const trackerScripts: Readonly<
  Record<string, { readonly body: string; readonly etag: string }>
>;

const cacheHeaders = {
  'content-type': 'text/javascript; charset=utf-8',
  // An hour of use without asking, a day in which the old one serves while the new one is fetched.
  'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
  'x-content-type-options': 'nosniff',
  // Any page may load it, also with `crossorigin`, integrity or cross-origin isolation.
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** `GET /t.js`, `/t-extra.js` and `/t-press.js`. Compression is the edge's job. */
export function serveScript(request: Request, path: string): Response {
  const script = trackerScripts[path];
  if (!script) {
    return new Response(
      '/* The tracker is not built: run tracker/build.ts, then start again. */\n',
      {
        status: 503,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
      },
    );
  }
  const headers = { ...cacheHeaders, etag: script.etag };
  if (matchesEtag(request.headers.get('if-none-match'), script.etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === 'HEAD' ? null : script.body, { headers });
}

/** Weakly: an edge that compresses marks the tag as weak. */
function matchesEtag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((tag) => {
    const asked = tag.trim().replace(/^W\//, '');
    return asked === etag || asked === '*';
  });
}
