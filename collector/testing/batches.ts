import type { Batch } from '../../schema/wire/batch.ts';
import { checkBatch } from '../../schema/wire/check.ts';
import { packBatch } from '../../schema/wire/outgoing.ts';
import type { Answer } from '../answer.ts';

export const page = {
  startedAt: 1_760_000_000_000,
  sentAt: 1_760_000_002_000,
  viewportWidth: 1280,
  viewportHeight: 800,
  documentWidth: 1280,
  documentHeight: 2_400,
  url: 'https://shop.example/',
};

let made = 0;

/** A batch of a visitor of its own, so that no test uses up another's rate. */
export function makeBatch(more: Partial<Batch> | Record<string, unknown> = {}): Batch {
  const id = (made++).toString(36).padStart(8, '0');
  return checkBatch({
    site: 'shop',
    session: `${id}${id}`,
    visitor: `${id}${id}`,
    view: id,
    seq: 1,
    activeMs: 2_000,
    moves: { t: [0, 50], x: [10, 20], y: [30, 40] },
    ...more,
  });
}

export const makePacked = (more: Record<string, unknown> = {}) => packBatch(makeBatch(more));

export interface Posted extends Answer {
  readonly headers: Headers;
}

/** Posts one body to a collector. */
export async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer> = makePacked(),
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(`${url}/v1/batches`, { method: 'POST', body, headers });
  const answer = (await response.json()) as Answer;
  if (answer.status !== response.status) throw new Error('body and status line differ');
  return { ...answer, headers: response.headers };
}
