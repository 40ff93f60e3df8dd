import type { ServerResponse } from 'node:http';

/** Specimens ask for nothing longer. */
const longestMs = 30_000;

/** `/slow/3000` is answered after 3 s: for the specimens that wait for a request. @returns whether it was that */
export function replySlowly(path: string, response: ServerResponse): boolean {
  const [, ms] = /^\/slow\/(\d{1,5})$/.exec(path) ?? [];
  if (!ms) return false;
  const timer = setTimeout(
    () =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end('{}'),
    Math.min(Number(ms), longestMs),
  );
  response.once('close', () => clearTimeout(timer));
  return true;
}
