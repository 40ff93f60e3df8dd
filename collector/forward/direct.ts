import type { Scope } from '../env.ts';
import { Refusal } from '../refusal.ts';
import { waitForShared } from '../shared-work.ts';
import { ingest } from './api-client.ts';
import type { BatchResult, IncomingBatch } from './incoming-batch.ts';
import { countUnderway, readUnderway } from './underway.ts';

/** Batches of requests that come within this time share one call. */
const gatherMs = 5;
const maxBatches = 100;
/** Of base64, a call: well below what the API takes in one body. */
const maxChars = 1_000_000;
/** A call that is cut in halves may take longer than one. */
const timeoutMs = 25_000;

/** Batches that an isolate has in hand. What is beyond would wait longer than its sender does, and fill the memory meanwhile. */
const mostInHand = 1_000;

interface Waiting {
  readonly batch: IncomingBatch;
  readonly settle: (result: BatchResult) => void;
}

let waiting: Waiting[] = [];
let waitingChars = 0;

/**
 * Asked before a body is read, and again before it is handed on: a flood is turned away at the door, where it costs least.
 *
 * @throws {Refusal} 503 where too many batches wait for the API already
 */
export function checkRoom(): void {
  if (waiting.length + readUnderway() < mostInHand) return;
  throw new Refusal(503, 'Too many batches are under way.', { retryAfterMs: 5_000 });
}

/**
 * Gives a batch to the API, in one call with others that come at the same time, and waits for its acknowledgement.
 *
 * @throws {Refusal} 400 where the API rejects it for good, 503 where it should be sent again
 */
export async function forwardDirectly(batch: IncomingBatch, scope: Scope): Promise<void> {
  checkRoom();
  const acknowledgement = new Promise<BatchResult>((settle) => {
    waiting.push({ batch, settle });
    waitingChars += batch.body.length;
    // The first one's request makes the call for all. It may be gone before (a page that closes): `waitUntil`
    // keeps the call going for the others.
    if (waiting.length === 1) scope.waitUntil(callSoon(scope));
    if (waiting.length === maxBatches || waitingChars >= maxChars) scope.waitUntil(call(scope));
  });
  const { status, reason } = await waitForShared(acknowledgement, timeoutMs);
  if (status === 'REJECTED') throw new Refusal(400, reason ?? 'The API rejected the batch.');
  if (status === 'RETRY') {
    throw new Refusal(503, reason ?? 'The API cannot take the batch now.', { retryAfterMs: 5_000 });
  }
}

async function callSoon(scope: Scope): Promise<void> {
  await scheduler.wait(gatherMs);
  await call(scope);
}

async function call({ env }: Scope): Promise<void> {
  const called = waiting;
  if (called.length === 0) return;
  waiting = [];
  waitingChars = 0;
  countUnderway(called.length);
  const results = await ingest(
    called.map(({ batch }) => batch),
    env,
  );
  countUnderway(-called.length);
  for (const [i, { settle }] of called.entries()) {
    settle(results[i] ?? { status: 'RETRY', reason: null });
  }
}
