import type { Scope } from '../env.ts';
import { warn } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { countUnderway } from './underway.ts';

/**
 * Puts a batch into the Queue. A message is at most 22 kB (16 kB of batch as base64), where 128 kB are allowed.
 *
 * @throws {Refusal} 503 where the Queue does not take it
 */
export async function forwardToQueue(batch: IncomingBatch, { env }: Scope): Promise<void> {
  try {
    if (!env.QUEUE) throw new Error('FORWARD is "queue", but there is no binding QUEUE.');
    await env.QUEUE.send(batch, { contentType: 'json' });
    countUnderway(1);
  } catch (error) {
    warn(`The queue does not take a batch: ${String(error)}`);
    throw new Refusal(503, 'The queue does not take the batch.', { retryAfterMs: 5_000 });
  }
}
