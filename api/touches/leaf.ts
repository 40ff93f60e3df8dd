import type { Touch } from '../ingest/aggregate.ts';
import { spreads } from './spreads.ts';

/** One thing that people are counted for: a cell of one counter document (less its day). */
export interface PeopleCell {
  readonly collection: string;
  readonly id: Readonly<Record<string, string | number>>;
  /** '' where the document counts one thing only. */
  readonly cell: string;
}

/** The page whose document a touch is kept in; '' where its cell is no page's. */
export function pageOf(touch: Touch): string {
  return 'route' in touch.id ? String(touch.id.route) : '';
}

/**
 * A touch's name within one visitor's document for one page: collection, the id's values but the page, and the cell. It is a
 * field's name in MongoDB, so it has neither dots nor dollars.
 */
export function leafOf({ collection, id, cell = '' }: Touch): string {
  const { route: _page, ...rest } = id;
  return escapeFieldName(JSON.stringify([collection, ...valuesOf(rest).map(String), cell]));
}

/** The cells that a touch counts for: its own, or the coarser ones that its collection spreads it to. */
export function cellsOf({ collection, id, cell = '' }: Touch): PeopleCell[] {
  const spread = spreads[collection];
  if (!spread) return [{ collection, id, cell }];
  return spread(cell).map((each) => ({ collection, id: { ...id, ...each.id }, cell: each.cell }));
}

/** The same of a stored leaf; null where its collection does not spread: then the leaf is its own cell. */
function cellsOfLeaf(leaf: string, route: string): PeopleCell[] | null {
  const [collection = '', cell = ''] = JSON.parse(unescapeFieldName(leaf)) as string[];
  if (!spreads[collection]) return null;
  return cellsOf({ collection, id: { route }, cell, day: 0, by: 1 });
}

/** Identifies a cell among those of one site and page: the page itself is not in it. */
export function cellKey({ collection, id, cell }: PeopleCell): string {
  let key = collection;
  for (const name of Object.keys(id).toSorted()) if (name !== 'route') key += `\n${id[name]}`;
  return `${key}\n${cell}`;
}

const keysByLeaf = new Map<string, readonly string[]>();
const mostKept = 20_000;

/**
 * The keys of the cells that a stored leaf counts for. Every touch of a visitor looks at all leaves that they have on the page,
 * so they are kept: a third of a commit's computing went into making them again.
 */
export function cellKeysOfLeaf(leaf: string): readonly string[] {
  const known = keysByLeaf.get(leaf);
  if (known) return known;
  if (keysByLeaf.size >= mostKept) keysByLeaf.clear();
  const keys = (cellsOfLeaf(leaf, '') ?? []).map(cellKey);
  keysByLeaf.set(leaf, keys);
  return keys;
}

/** In the order of their names: an id is the same however it was written down. */
function valuesOf(id: PeopleCell['id']): (string | number)[] {
  const entries = Object.entries(id).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([, value]) => value);
}

function escapeFieldName(text: string): string {
  return text.replaceAll(/[%.$]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function unescapeFieldName(text: string): string {
  return text.replaceAll(/%(2e|24|25)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
