import { checkBatch } from '../../schema/wire/check.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { CommitReport } from '../metrics/observe-commits.ts';
import type { CommitterLimits } from './committer.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { Outcome } from './outcome.ts';

/** What a thread is told when it is started. */
export interface ThreadSettings {
  readonly mongodbUri: string;
  readonly limits: CommitterLimits;
  readonly logLevel: string;
}

/** To the thread: batches to commit; null: there will be no more. */
export type ToThread = PackedCall | null;

/** From the thread: that it may be told, what became of a call's batches, and of those that shared a commit. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcomes'; readonly call: number; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'report'; readonly report: CommitReport };

/** Batches on their way to a thread: packed as they came, since to unpack one again takes less than to copy what was unpacked. */
export interface PackedCall {
  readonly call: number;
  /** All bodies, one after the other. */
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly batches: readonly PackedBatch[];
}

interface PackedBatch extends Pick<IncomingBatch, 'receivedAt' | 'context'> {
  /** A page may leave it out where there is only one. */
  readonly site: string;
  /** Of its body, bytes. */
  readonly length: number;
}

export function packCall(call: number, incoming: readonly IncomingBatch[]): PackedCall {
  const bodies = new Uint8Array(incoming.reduce((sum, { body }) => sum + body.length, 0));
  let at = 0;
  const batches = incoming.map(({ batch, body, receivedAt, context }): PackedBatch => {
    bodies.set(body, at);
    at += body.length;
    return { site: batch.site, length: body.length, receivedAt, context };
  });
  return { call, bodies, batches };
}

/** The batches of a call, which were checked before they were packed. */
export function unpackCall({ bodies, batches }: PackedCall): IncomingBatch[] {
  let at = 0;
  return batches.map(({ site, length, receivedAt, context }) => {
    const body = bodies.subarray(at, at + length);
    at += length;
    return { batch: { ...checkBatch(decodeBatch(body)), site }, body, receivedAt, context };
  });
}
