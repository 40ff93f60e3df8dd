import { Binary } from 'mongodb';
import type { KeptFact } from '../fold/fact.ts';
import { type BatchDocument, longSpanMs } from '../store/batches.ts';
import type { EventType } from '../store/events.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { ViewDocument } from './view-document.ts';

/** Which events lie in a batch, and when they were. */
export type Holding = Pick<BatchDocument, 'types' | 'facts' | 'firstAt' | 'lastAt' | 'isLong'>;

/** A batch as it is stored, with what lies in it where its view has a date. */
export function makeBatchDocument(
  incoming: IncomingBatch,
  view: ViewDocument | undefined,
  facts: readonly KeptFact[],
  version: number,
): BatchDocument {
  const { batch, body, receivedAt, context } = incoming;
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
    ...describeHolding(incoming, view, facts),
  };
}

/** @param facts those that lie in the batch: all of them at least as late as its view's start */
export function describeHolding(
  { batch: { moves } }: IncomingBatch,
  view: ViewDocument | undefined,
  facts: readonly KeptFact[],
): Holding {
  const start = view?.dated?.startedAt.getTime();
  const times = [...moves.t, ...facts.map(({ t }) => t)];
  if (start === undefined || times.length === 0) {
    return { types: [], facts: null, firstAt: null, lastAt: null, isLong: false };
  }
  const from = times.reduce((least, t) => Math.min(least, t));
  const to = times.reduce((most, t) => Math.max(most, t));
  return {
    types: typesIn(moves.t.length, facts),
    facts: facts.length > 0 ? JSON.stringify(facts) : null,
    firstAt: new Date(start + from),
    lastAt: new Date(start + to),
    isLong: to - from > longSpanMs,
  };
}

function typesIn(samples: number, facts: readonly KeptFact[]): EventType[] {
  const types: EventType[] = [];
  if (samples > 0) types.push('MOUSE_MOVE');
  if (facts.some(({ kind }) => kind === 'hover')) types.push('HOVER');
  if (facts.some(({ kind }) => kind === 'scroll')) types.push('SCROLL');
  return types;
}
