import { Binary } from 'mongodb';
import { type BatchDocument, longSpanMs } from '../store/batches.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { ViewDocument } from './view-document.ts';

/** A batch as it is stored, with the span of its movement where its view has a date. */
export function makeBatchDocument(
  { batch, body, receivedAt, context }: IncomingBatch,
  view: ViewDocument | undefined,
  version: number,
): BatchDocument {
  const { site, session, visitor, seq } = batch;
  return {
    site,
    session,
    visitor,
    view: batch.view,
    seq,
    body: new Binary(body),
    receivedAt: new Date(receivedAt),
    context,
    version,
    ...spanOfMoves(batch.moves.t, view?.dated?.startedAt ?? null),
  };
}

/** When the movement of a batch began and ended, by the collector's clock. */
export function spanOfMoves(
  times: readonly number[],
  viewStart: Date | null,
): Pick<BatchDocument, 'movesFrom' | 'movesTo' | 'movesLong'> {
  if (!viewStart || times.length === 0) {
    return { movesFrom: null, movesTo: null, movesLong: false };
  }
  const start = viewStart.getTime();
  const from = times.reduce((least, t) => Math.min(least, t));
  const to = times.reduce((most, t) => Math.max(most, t));
  return {
    movesFrom: new Date(start + from),
    movesTo: new Date(start + to),
    movesLong: to - from > longSpanMs,
  };
}
