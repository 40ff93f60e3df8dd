import { limits } from '../schema/limits.ts';
import { acceptBatch } from './accept-batch.ts';
import { type Answer, accepted, toAnswer } from './answer.ts';
import { corsHeaders } from './cors.ts';
import type { Scope } from './env.ts';
import { checkRoom } from './forward/direct.ts';
import { checkSize, readBatch } from './read-batch.ts';
import { readSender } from './sender.ts';

const acceptedBody = JSON.stringify(accepted);

/** `POST /v1/batches`: one batch a request, packed or as JSON, whatever its content type says. */
export async function postBatches(request: Request, scope: Scope): Promise<Response> {
  try {
    if (scope.env.FORWARD === 'direct') checkRoom();
    const sender = await readSender(request, scope.env);
    const read = readBatch(await readBody(request));
    return toResponse(await acceptBatch(read, sender, scope), request);
  } catch (error) {
    return toResponse(toAnswer(error), request);
  }
}

/** What is too large is read on up to here: who is still sending when the connection is closed may never see the answer. */
const mostReadBytes = 2 * limits.jsonBatchBytes;

/** Keeps no more than the limit, whatever the length header says, or does not say. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length <= limits.jsonBatchBytes) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostReadBytes) break;
    if (bytes <= limits.jsonBatchBytes) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  }
  checkSize(length || bytes, limits.jsonBatchBytes);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toResponse(result: Answer, request: Request): Response {
  const headers = corsHeaders(request);
  headers['content-type'] = 'application/json';
  if (result.retryAfterMs !== undefined) {
    headers['retry-after'] = String(Math.max(1, Math.ceil(result.retryAfterMs / 1000)));
  }
  // Nearly all answers are this one.
  const body = result === accepted ? acceptedBody : JSON.stringify(result);
  return new Response(body, { status: result.status, headers });
}
