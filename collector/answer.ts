import { logError } from './log.ts';
import { Refusal } from './refusal.ts';

/** What a sender is told of a batch: the body of the HTTP answer, or a message on the socket. */
export interface Answer {
  /** An HTTP status, on the socket too. 202: the batch is safe, forget it. */
  readonly status: number;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  /** With 429 and 503. */
  readonly retryAfterMs?: number | undefined;
}

export const accepted: Answer = { status: 202 };

/** Our own mistakes are masked and logged; the sender may try again, since the batch was not at fault. */
export function toAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { status, place, reason, retryAfterMs } = error;
    return { status, place, reason, retryAfterMs };
  }
  logError(error);
  return { status: 503, reason: 'The collector failed.', retryAfterMs: 10_000 };
}
