import type { SessionRowFragment } from '../generated/sessions.ts';

export type Row = SessionRowFragment;

/**
 * Newest first, as the API orders them; the id decides between sessions of the same moment. Moments are told in one form only
 * (UTC, to the ms), so their text has their order: parsing them would be most of what a long list costs.
 */
export function compareRows(a: Row, b: Row): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/**
 * The list with `incoming` put in: known rows are replaced, new ones stand where their start puts them. New
 * rows older than the last one shown are left out while `hasMore`: they come with their own page.
 */
export function mergeRows(
  rows: readonly Row[],
  incoming: readonly Row[],
  hasMore: boolean,
): readonly Row[] {
  const [one, ...others] = incoming;
  if (one && others.length === 0) return mergeRow(rows, one, hasMore);
  const last = rows.at(-1);
  const changed = new Map(incoming.map((row) => [row.id, row]));
  if (!hasMore && last && follows(incoming, last) && !rows.some(({ id }) => changed.has(id)))
    return [...rows, ...incoming];
  const known = new Set<string>();
  const kept = rows.filter(({ id }) => {
    if (changed.has(id)) known.add(id);
    return !changed.has(id);
  });
  const isBelow = (row: Row) => hasMore && last !== undefined && compareRows(row, last) > 0;
  const added = [...changed.values()].filter((row) => known.has(row.id) || !isBelow(row));
  // Two lists in order: sorting them looks at each row about once.
  return [...kept, ...added.sort(compareRows)].sort(compareRows);
}

/** The same for one row, as every change tells: it is looked for where its start puts it, and only if it is not there in all of them. */
function mergeRow(rows: readonly Row[], row: Row, hasMore: boolean): readonly Row[] {
  const place = findPlace(rows, row);
  if (rows[place]?.id === row.id) return rows.with(place, row);
  const before = rows.findIndex(({ id }) => id === row.id);
  if (before < 0) return hasMore && place === rows.length ? rows : rows.toSpliced(place, 0, row);
  const others = rows.toSpliced(before, 1);
  return others.toSpliced(findPlace(others, row), 0, row);
}

/** Where in an ordered list a row stands, or would stand. */
function findPlace(rows: readonly Row[], row: Row): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const there = rows[middle];
    if (there && compareRows(there, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The next page, as it comes: in order, all of it below what is there. A long list is not sorted again for it. */
function follows(incoming: readonly Row[], last: Row): boolean {
  return incoming.every((row, i) => compareRows(row, incoming[i - 1] ?? last) > 0);
}

/**
 * What a fresh look at the newest and the live rows tells: the merged list, in which rows that were live and that
 * the look no longer finds are so no more, and rows that no longer match (deleted, filtered) are gone from the part looked at.
 *
 * @param newest the first rows of the list, all of them where fewer than `asked`
 */
export function applyFreshLook(
  rows: readonly Row[],
  look: { readonly newest: readonly Row[]; readonly live: readonly Row[]; readonly asked: number },
  hasMore: boolean,
): readonly Row[] {
  const seen = new Set([...look.newest, ...look.live].map((row) => row.id));
  const end = look.newest.length < look.asked ? undefined : look.newest.at(-1);
  const kept = rows
    .filter((row) => seen.has(row.id) || (end !== undefined && compareRows(row, end) > 0))
    .map((row) => (row.isLive && !seen.has(row.id) ? { ...row, isLive: false } : row));
  return mergeRows(kept, [...look.newest, ...look.live], hasMore);
}
