import { makeBatchLoader } from '../graphql/batch-loader.ts';
import type { Context } from '../graphql/context.ts';
import { marks } from './marks-collection.ts';
import { type MarkedRow, readRowKey, writeRowKey } from './row-key.ts';

type Load = (key: string) => Promise<Date | null>;

/** One reader an operation and site: the rows of a list are looked up at once. */
const readers = new WeakMap<Context, Map<string, Load>>();

/** When a row was marked as not a problem; null where it is not. */
export function findMark(context: Context, site: string, row: MarkedRow): Promise<Date | null> {
  const bySite = readers.get(context) ?? new Map<string, Load>();
  readers.set(context, bySite);
  const load = bySite.get(site) ?? makeReader(context, site);
  bySite.set(site, load);
  return load(writeRowKey(row));
}

function makeReader({ store }: Context, site: string): Load {
  return makeBatchLoader(async (keys) => {
    const found = await marks
      .in(store.db)
      .find({ $or: keys.map((key) => ({ site, ...readRowKey(key) })) })
      .toArray();
    return new Map(found.map((mark) => [writeRowKey(mark), mark.markedAt]));
  });
}
