import { limits } from '../schema/limits.ts';
import type { Batch } from '../schema/wire/batch.ts';
import { checkBatch } from '../schema/wire/check.ts';
import { decodeBatch } from '../schema/wire/decode.ts';
import { MalformedBatchError } from '../schema/wire/malformed.ts';
import { packBatch } from '../schema/wire/outgoing.ts';
import { Refusal } from './refusal.ts';

/** A batch that passed the check, with its bytes for the API. */
export interface ReadBatch {
  readonly batch: Batch;
  readonly packed: Uint8Array<ArrayBuffer>;
}

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Reads a body in either form; the first byte tells which.
 *
 * @throws {Refusal} 400 with place and reason, 413
 */
export function readBatch(body: Uint8Array<ArrayBuffer>): ReadBatch {
  try {
    if (body.length === 0) throw new MalformedBatchError('body', 'is empty');
    if (looksLikeJson(body[0])) return packAgain(checkBatch(parseJson(body)));
    checkSize(body.length, limits.batchBytes);
    return { batch: checkBatch(decodeBatch(body)), packed: body };
  } catch (error) {
    if (!(error instanceof MalformedBatchError)) throw error;
    throw new Refusal(400, error.reason, { place: error.place });
  }
}

/** Packs a batch that came as JSON or was changed on the way. */
export function packAgain(batch: Batch): ReadBatch {
  const packed = packBatch(batch);
  checkSize(packed.length, limits.batchBytes);
  return { batch, packed };
}

export function checkSize(bytes: number, limit: number): void {
  if (bytes <= limit) return;
  throw new Refusal(413, `is ${bytes} bytes, the limit is ${limit}`, { place: 'body' });
}

/** `{`, or what JSON could begin with besides (a byte order mark too): none is a version of the packed form. */
function looksLikeJson(first: number | undefined): boolean {
  return first !== undefined && '{["tfn \t\r\n\u00ef'.includes(String.fromCharCode(first));
}

function parseJson(body: Uint8Array): unknown {
  checkSize(body.length, limits.jsonBatchBytes);
  try {
    return JSON.parse(text.decode(body));
  } catch (error) {
    // The engine's message quotes what it read; its position is enough.
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw new MalformedBatchError('body', `is not JSON${at ? ` (at character ${at})` : ''}`);
  }
}
