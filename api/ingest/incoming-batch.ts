import type { Batch } from '../../schema/wire/batch.ts';
import { checkBatch } from '../../schema/wire/check.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { BatchDocument } from '../store/batches.ts';

export type Device = 'DESKTOP' | 'TABLET' | 'MOBILE';

/** What the collector knows of the browser that sent a batch; its address is not among it. */
export interface EdgeContext {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null;
  region: string | null;
  browser: string | null;
  os: string | null;
  device: Device;
  /** A headless or otherwise driven browser, as far as the edge can tell. */
  automated: boolean;
}

/** A batch that was decoded and checked, with its packed form for storing. */
export interface IncomingBatch {
  readonly batch: Batch;
  readonly body: Uint8Array;
  /** ms since 1970, by the collector's clock. */
  readonly receivedAt: number;
  readonly context: EdgeContext;
}

/** A batch's place in its view, for ever. */
export interface BatchIdentity {
  readonly site: string;
  readonly session: string;
  readonly view: string;
  readonly seq: number;
}

export function batchKey({ site, session, view, seq }: BatchIdentity): string {
  return `${site}/${session}/${view}/${seq}`;
}

/** A stored batch as it once came. */
export function unpackStored(stored: BatchDocument): IncomingBatch {
  const body = stored.body.buffer;
  return {
    batch: { ...checkBatch(decodeBatch(body)), site: stored.site },
    body,
    receivedAt: stored.receivedAt.getTime(),
    context: stored.context,
  };
}

/** As the collector handed it over: JSON of a value of the GraphQL scalar `Batch`. */
export function writeHandOver({ body, receivedAt, context }: IncomingBatch): string {
  const device = context.device.toLowerCase();
  const packed = Buffer.from(body).toString('base64');
  return JSON.stringify({ ...context, device, receivedAt, body: packed });
}
