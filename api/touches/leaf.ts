import type { Touch } from '../ingest/aggregate.ts';
import { spreads } from './spreads.ts';

/** One thing that people are counted for: a cell of one counter document (less its day). */
export interface PeopleCell {
  readonly collection: string;
  /** The document's id; of a cell that a touch is spread to, without the page. */
  readonly id: Readonly<Record<string, string | number>>;
  /** '' where the document counts one thing only. */
  readonly cell: string;
  /** Identifies it among those of one site and page. */
  readonly key: string;
}

/** The page whose document a touch is kept in; '' where its cell is no page's. */
export function pageOf(touch: Touch): string {
  return 'route' in touch.id ? String(touch.id.route) : '';
}

const mostKept = 20_000;
const leafByName = new Map<string, string>();

/**
 * A touch's name within one visitor's document for one page: collection, the id's values but the page, and the cell. It is a
 * field's name in MongoDB, so it has neither dots nor dollars.
 */
export function leafOf({ collection, id, cell = '' }: Touch): string {
  let name = `${collection}\n${cell}`;
  for (const field in id) if (field !== 'route') name += `\n${field}\n${id[field]}`;
  return keep(leafByName, name, () => {
    const { route: _page, ...rest } = id;
    return escapeFieldName(JSON.stringify([collection, ...valuesOf(rest).map(String), cell]));
  });
}

/** The cells that a touch counts for: its own, or the coarser ones that its collection spreads it to. */
export function cellsOf(leaf: string, { collection, id, cell = '' }: Touch): readonly PeopleCell[] {
  return spreads[collection] ? spreadCellsOf(leaf) : [{ collection, id, cell, key: leaf }];
}

const cellsByLeaf = new Map<string, readonly PeopleCell[]>();

/**
 * The cells that a stored leaf is spread to, none where it counts for its own. Every touch of a visitor looks at all leaves that
 * they have on the page, so they are kept: a third of a commit's computing went into making them again.
 */
export function spreadCellsOf(leaf: string): readonly PeopleCell[] {
  return keep(cellsByLeaf, leaf, () => {
    const [collection = '', touched = ''] = JSON.parse(unescapeFieldName(leaf)) as string[];
    const spread = spreads[collection]?.(touched) ?? [];
    return spread.map(({ id, cell }) => {
      const key = [collection, ...valuesOf(id), cell].join('\n');
      return { collection, id, cell, key };
    });
  });
}

/** The id of the document that counts a cell's people. */
export function documentOf({ collection, id }: PeopleCell, route: string): PeopleCell['id'] {
  return spreads[collection] ? { route, ...id } : id;
}

function keep<T>(kept: Map<string, T>, name: string, make: () => T): T {
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = make();
  kept.set(name, made);
  return made;
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
