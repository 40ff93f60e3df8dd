/**
 * Any page may read the answer, since it holds nothing but the fate of the page's own batch: a tracker must be able to tell a
 * final 403 from a lost connection. Whether its batch is taken, the site's origins decide. Beacons are sent with
 * credentials, so the origin is echoed; `*` would not do.
 */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
}

/** The tracker's own requests need no preflight; JSON clients' in a page do. */
export function answerPreflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request),
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    },
  });
}
