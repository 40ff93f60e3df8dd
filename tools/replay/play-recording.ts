import { createHash, randomBytes } from 'node:crypto';
import type { Batch } from '../../schema/wire/batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { recordRows } from '../../tracker/virtual.ts';
import type { Recording } from './recording.ts';

/** One batch as it would have been sent, and when. */
export interface PlayedBatch {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly batch: Batch;
  /** ms since 1970, on the recording's clock. */
  readonly sentAt: number;
}

export interface PlayOptions {
  readonly site: string;
  readonly session: string;
  /** Date of the first row, ms since 1970. */
  readonly startedAt: number;
  /** 0 keeps every sample. */
  readonly sampleMs: number;
}

/** Plays a recording through the tracker's own signals, on a virtual clock. */
export function* playRecording(
  recording: Recording,
  { site, session, startedAt, sampleMs }: PlayOptions,
): Generator<PlayedBatch> {
  const { rows, url, viewportWidth, viewportHeight } = recording;
  const packedBatches = recordRows(rows, {
    site,
    session,
    visitor: makeVisitorId(recording.person),
    makeViewId: (index) => makeId(6, `${session}/${index}`),
    startedAt,
    url,
    viewportWidth,
    viewportHeight,
    sampleMs,
  });
  let viewStartedAt = startedAt;
  for (const packed of packedBatches) {
    const batch = decodeBatch(packed);
    if (batch.page) viewStartedAt = batch.page.startedAt;
    yield { packed, batch, sentAt: batch.page?.sentAt ?? viewStartedAt + batch.activeMs };
  }
}

/** How long a recording lasts, ms. */
export function computeDuration({ rows }: Recording): number {
  return (rows.at(-1)?.tMs ?? 0) - (rows[0]?.tMs ?? 0);
}

export function makeSessionId(): string {
  return randomBytes(12).toString('base64url');
}

/** The same person is the same visitor in every replay. */
function makeVisitorId(person: string): string {
  return makeId(12, `visitor ${person}`);
}

function makeId(bytes: number, name: string): string {
  return createHash('sha256').update(name).digest().subarray(0, bytes).toString('base64url');
}
