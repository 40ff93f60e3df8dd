import { decodeBatch } from '../../schema/wire/decode.ts';
import type { Env } from '../env.ts';
import { warn } from '../log.ts';
import { deadLetter, ingest } from './api-client.ts';
import type { DeadLetter, IncomingBatch } from './incoming-batch.ts';
import { countUnderway } from './underway.ts';

/** The name of the queue of batches that never passed, in `wrangler.toml` too. */
const deadLetterQueue = 'trailgraph-dead-letters';
const maxDelaySeconds = 900;

/** Takes up to 100 batches from a queue and gives them to the API; each is acknowledged by its own result. */
export async function consume(messages: MessageBatch<IncomingBatch>, env: Env): Promise<void> {
  if (messages.queue === deadLetterQueue) return await bury(messages, env);
  const results = await ingest(
    messages.messages.map(({ body }) => body),
    env,
  );
  messages.messages.forEach((message, i) => {
    // A rejected batch is in the API's dead letters already.
    if ((results[i]?.status ?? 'RETRY') === 'RETRY') retryLater(message, env);
    else done(message);
  });
}

/** After its last retry a batch comes here, and goes where an operator finds it. */
async function bury(messages: MessageBatch<IncomingBatch>, env: Env): Promise<void> {
  const letters = messages.messages.map(({ body }) => toDeadLetter(body));
  try {
    await deadLetter(letters, env);
    for (const message of messages.messages) done(message);
  } catch (error) {
    warn(`The API does not take dead letters: ${String(error)}`);
    for (const message of messages.messages) retryLater(message, env);
  }
}

function toDeadLetter(batch: IncomingBatch): DeadLetter {
  const { body, receivedAt } = batch;
  return {
    // It was checked before it came into the queue.
    site: decodeBatch(Uint8Array.from(atob(body), (char) => char.charCodeAt(0))).site,
    receivedAt: new Date(receivedAt).toISOString(),
    reason: 'The API did not take it at any delivery of the queue.',
    body,
    // With what the edge knew, so that it can be replayed whole.
    batch: JSON.stringify(batch),
  };
}

function done(message: Message<IncomingBatch>): void {
  message.ack();
  countUnderway(-1);
}

/** 5, 10, 20 … seconds, at most a quarter of an hour; with 100 deliveries that outlasts a day without API. */
function retryLater(message: Message<IncomingBatch>, env: Env): void {
  const first = Number(env.QUEUE_RETRY_SECONDS ?? 5);
  const delaySeconds = Math.min(first * 2 ** (message.attempts - 1), maxDelaySeconds);
  message.retry({ delaySeconds });
}
