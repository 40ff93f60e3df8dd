import type { Services } from '../graphql/context.ts';
import { inSpan } from '../metrics/in-span.ts';
import { countOutcomes } from '../metrics/observe-commits.ts';
import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { saveDeadLetters } from './dead-letter.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { Outcome } from './outcome.ts';
import { type ParsedBatch, parseBatch } from './parse-batch.ts';

/**
 * Checks and commits batches as they came from the collector.
 *
 * @returns an outcome a batch, in the same order
 */
export function ingestBatches(
  services: Pick<Services, 'store' | 'committer' | 'metrics'>,
  values: readonly unknown[],
  now: number,
): Promise<Outcome[]> {
  const attributes = { 'trailgraph.batches': values.length };
  return inSpan('ingest', attributes, () => takeIn(services, values, now));
}

async function takeIn(
  { store, committer, metrics }: Pick<Services, 'store' | 'committer' | 'metrics'>,
  values: readonly unknown[],
  now: number,
): Promise<Outcome[]> {
  const parsed = await nameSites(
    store,
    values.map((value) => parseBatch(value, now)),
  );
  const letters = parsed.flatMap((one) => (one.ok ? [] : [one.letter]));
  const incoming = parsed.flatMap((one) => (one.ok ? [one.incoming] : []));
  await saveDeadLetters(store, letters);
  const committed = (await committer.commit(incoming)).values();
  const outcomes = parsed.map(
    (one): Outcome =>
      one.ok
        ? (committed.next().value ?? { status: 'RETRY' })
        : { status: 'REJECTED', reason: one.letter.reason },
  );
  countOutcomes(metrics, outcomes);
  return outcomes;
}

/** Where a page leaves its site out, the only site there is is meant. */
async function nameSites(store: Store, parsed: readonly ParsedBatch[]): Promise<ParsedBatch[]> {
  const isNameless = (one: ParsedBatch) => one.ok && one.incoming.batch.site === '';
  if (!parsed.some(isNameless)) return [...parsed];
  const [only, another] = await sites.in(store.db).find().limit(2).toArray();
  if (!only || another) return [...parsed];
  return parsed.map((one) =>
    one.ok && isNameless(one) ? { ok: true, incoming: withSite(one.incoming, only.site) } : one,
  );
}

function withSite(incoming: IncomingBatch, site: string): IncomingBatch {
  return { ...incoming, batch: { ...incoming.batch, site } };
}
