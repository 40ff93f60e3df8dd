import type { Collection, Db, Document, IndexDescription } from 'mongodb';

/** When documents go: after the site's retention, counted from this field, or never by themselves. */
export type Retention =
  | { readonly after: string; readonly unit: 'date' | 'day' }
  | 'with-session'
  | 'kept';

/** All that is to know of a collection, in one place. */
export interface Declaration {
  readonly name: string;
  /** Each starts with `site`, so that a query for one site never meets another's documents. */
  readonly indexes: readonly IndexDescription[];
  /** For a sharded cluster: a prefix of the unique index. `null`: small, stays on one shard. */
  readonly shardKey: Readonly<Record<string, 1>> | null;
  readonly retention: Retention;
}

export interface DeclaredCollection<Doc extends Document> extends Declaration {
  /** The collection's handle in a database. */
  readonly in: (db: Db) => Collection<Doc>;
}

export function declareCollection<Doc extends Document>(
  declaration: Declaration,
): DeclaredCollection<Doc> {
  return { ...declaration, in: (db) => db.collection<Doc>(declaration.name) };
}
