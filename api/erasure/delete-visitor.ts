import type { CommitContext } from '../ingest/commit-batches.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import { beginErasure } from './begin-erasure.ts';
import { type Erased, finishErasure } from './erase-visitor.ts';

/** Whom to erase: a visitor (one browser), or all browsers on which a user was identified. */
export type Person = { readonly visitor: string } | { readonly user: string };

export interface ErasureReport extends Erased {
  /** How many visitors that were. */
  readonly visitors: number;
}

/**
 * Removes a person from everything: batches, events, sums, counts of people, analyses, dead letters. Nothing of them is taken in
 * afterwards. Asked for again, it goes on where it was interrupted.
 */
export async function deleteVisitor(
  context: CommitContext,
  site: SiteDocument,
  person: Person,
  signal: AbortSignal,
): Promise<ErasureReport> {
  const visitors = await findVisitors(context, site, person);
  await beginErasure(context.store, site.site, visitors);
  const removed = new Map<string, number>();
  const remaining = new Map<string, number>();
  for (const visitor of visitors) {
    const erased = await finishErasure(context, site, visitor, signal);
    addTo(removed, erased.removed);
    addTo(remaining, erased.remaining);
  }
  return { visitors: visitors.length, removed, remaining };
}

async function findVisitors(
  { store }: CommitContext,
  { site }: SiteDocument,
  person: Person,
): Promise<string[]> {
  if ('visitor' in person) return [person.visitor];
  return await sessions.in(store.db).distinct('visitor', { site, user: person.user });
}

function addTo(sum: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, count] of more) sum.set(name, (sum.get(name) ?? 0) + count);
}
