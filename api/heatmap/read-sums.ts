import type { ClientSession, Db } from 'mongodb';
import type { Store } from '../store/open-store.ts';
import type { Compactable, PackedDocument } from './heat-collections.ts';
import { splitByMonth } from './month.ts';
import { readPacked } from './packing.ts';

/** Which sums: of one site, page and layer, over the days `fromDay`..`toDay`. */
export interface SumsQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  readonly route: string;
  readonly layer: string;
  /** Conditions on further fields of the id: device, bands, scope, grid. */
  readonly where: Readonly<Record<string, unknown>>;
  readonly fromDay: number;
  readonly toDay: number;
}

/** One sum. `day` is its day, or the first of the month that it sums up. */
export type VisitSum = (member: string, field: number, sum: number, day: number) => void;

/**
 * Reads sums, wherever they are: open days, packed days and packed months, each moment's worth once. How much is read grows with
 * the days and the page's area, not with what happened there.
 *
 * @returns how many documents were read
 */
export async function readSums(
  store: Store,
  compactable: Compactable,
  query: SumsQuery,
  visit: VisitSum,
): Promise<number> {
  // One snapshot for both reads: packing moves sums from one collection to the other.
  const session = store.client.startSession({ snapshot: true });
  try {
    const open = await readOpen(store.db, session, compactable, query, visit);
    return open + (await readClosed(store.db, session, compactable, query, visit));
  } finally {
    await session.endSession();
  }
}

async function readOpen(
  db: Db,
  session: ClientSession,
  { open, member, toField }: Compactable,
  { site, generation, route, layer, where, fromDay, toDay }: SumsQuery,
  visit: VisitSum,
): Promise<number> {
  const documents = await open
    .in(db)
    .find(
      { site, generation, route, layer, ...where, day: { $gte: fromDay, $lte: toDay } },
      { session, projection: { _id: 0, [member]: 1, day: 1, sums: 1 } },
    )
    .toArray();
  for (const document of documents) {
    const name = String(document[member]);
    const day = Number(document.day);
    for (const [field, sum] of Object.entries(document.sums)) visit(name, toField(field), sum, day);
  }
  return documents.length;
}

async function readClosed(
  db: Db,
  session: ClientSession,
  { packed }: Compactable,
  { site, generation, route, layer, where, fromDay, toDay }: SumsQuery,
  visit: VisitSum,
): Promise<number> {
  const { months, beside } = splitByMonth(fromDay, toDay);
  const spans = [
    { span: 'day', day: { $gte: fromDay, $lte: toDay } },
    ...beside.map(([from, to]) => ({ span: 'sealed', day: { $gte: from, $lte: to } })),
    { span: 'month', day: { $in: months } },
  ];
  const page = { site, generation, route, layer, ...where };
  const documents = await packed
    .in(db)
    .find(
      { $or: spans.map((span) => ({ ...page, ...span })) },
      { session, projection: { _id: 0, day: 1, packed: 1 } },
    )
    .toArray();
  for (const { day, packed: bytes } of documents as unknown as PackedDocument[]) {
    readPacked(bytes.buffer, (member, field, sum) => visit(member, field, sum, day));
  }
  return documents.length;
}
