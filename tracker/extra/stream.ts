import { guard, type Page } from '../host.ts';
import type { Send } from '../transport/post.ts';

interface Answer {
  readonly status: number;
  readonly retryAfterMs?: number;
}

/** The socket has so long to open and the collector to acknowledge a batch, ms. */
const timeoutMs = 10_000;
/** After so many failures in a row, batches are posted for a while before the socket is tried again. */
const mostFailures = 2;
const restMs = 60_000;

/**
 * Streams batches over a WebSocket: a binary message each, answered by a JSON text
 * (`{ "seq": 3, "view": "…", "status": 202 }`, perhaps with `retryAfterMs`). One batch is under way at a time, as the
 * outbox sends them. What the socket fails to deliver is posted.
 *
 * @param url of the stream, `https:` or `http:`
 */
export function makeStream(page: Page, url: string, post: Send): Send {
  let socket: WebSocket | undefined;
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;

  const stream = (packed: Uint8Array<ArrayBuffer>) =>
    new Promise<Response>((resolve, reject) => {
      const open = socket ?? new page.WebSocket(url.replace(/^http/, 'ws'));
      socket = open;
      const fail = () => {
        if (socket === open) socket = undefined;
        open.close();
        reject(new Error('The stream broke.'));
      };
      const timer = page.setTimeout(fail, timeoutMs);
      open.onclose = () => {
        page.clearTimeout(timer);
        fail();
      };
      // What cannot be read is no answer: then its time runs out.
      open.onmessage = guard(({ data }: MessageEvent) => {
        const { status, retryAfterMs = 0 } = JSON.parse(String(data)) as Answer;
        const headers = { 'retry-after': `${retryAfterMs / 1_000}` };
        resolve(new Response(null, { status, headers }));
        page.clearTimeout(timer);
        failures = 0;
      });
      if (open.readyState === page.WebSocket.OPEN) open.send(packed);
      else open.onopen = () => open.send(packed);
    });

  return (packed) => {
    if (page.performance.now() < restUntil) return post(packed);
    return stream(packed).catch(() => {
      failures++;
      if (failures >= mostFailures) restUntil = page.performance.now() + restMs;
      return post(packed);
    });
  };
}
