import { acceptBatch } from './accept-batch.ts';
import { toAnswer } from './answer.ts';
import type { Scope } from './env.ts';
import { type ReadBatch, readBatch } from './read-batch.ts';
import { readSender, type Sender } from './sender.ts';

const text = new TextEncoder();

/**
 * `GET /v1/stream`: a WebSocket on which every message, binary or text, is a batch. They are answered in the order
 * in which they came, each with `{"view","seq","status","place"?,"reason"?,"retryAfterMs"?}`: `status` is what a POST
 * would have answered; `view` and `seq` are null where the message could not be read.
 */
export async function openStream(request: Request, scope: Scope): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
    return new Response('A WebSocket is expected here.\n', {
      status: 426,
      headers: { upgrade: 'websocket' },
    });
  }
  try {
    const sender = await readSender(request, scope.env);
    const [client, server] = Object.values(new WebSocketPair()) as [WebSocket, WebSocket];
    server.binaryType = 'arraybuffer';
    server.accept();
    let before = Promise.resolve();
    server.addEventListener('message', ({ data }) => {
      const body = typeof data === 'string' ? text.encode(data) : new Uint8Array(data);
      const answer = answerMessage(body, sender, scope);
      before = before.then(async () => reply(server, await answer));
    });
    server.addEventListener('close', () => server.close());
    return new Response(null, { status: 101, webSocket: client });
  } catch (error) {
    const answer = toAnswer(error);
    return Response.json(answer, { status: answer.status });
  }
}

async function answerMessage(
  body: Uint8Array<ArrayBuffer>,
  sender: Sender,
  scope: Scope,
): Promise<object> {
  let read: ReadBatch;
  try {
    read = readBatch(body);
  } catch (error) {
    return { view: null, seq: null, ...toAnswer(error) };
  }
  const { view, seq } = read.batch;
  return { view, seq, ...(await acceptBatch(read, sender, scope)) };
}

/** A sender that is gone sends the batch again on its next connection; its duplicate changes nothing. */
function reply(socket: WebSocket, answer: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(answer));
}
