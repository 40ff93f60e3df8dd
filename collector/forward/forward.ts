import type { Scope } from '../env.ts';
import { forwardDirectly } from './direct.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { forwardToQueue } from './queue.ts';

/**
 * Hands a batch on; once this returns, it is durable.
 *
 * @throws {Refusal} 400 where the API rejects it for good, 503 where it should be sent again
 */
export function forward(batch: IncomingBatch, scope: Scope): Promise<void> {
  return scope.env.FORWARD === 'queue'
    ? forwardToQueue(batch, scope)
    : forwardDirectly(batch, scope);
}
