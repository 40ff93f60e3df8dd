import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const counts = v.record(v.string(), v.number());
const page = v.string();

const navigation = v.object({
  visits: v.number(),
  page_views: v.number(),
  distinct_pages: v.number(),
  bounces: v.number(),
  length: v.object({ mean: v.number(), median: v.number(), max: v.number() }),
  views_top20: counts,
  entries_top20: counts,
  exits_top20: counts,
  transitions: v.number(),
  distinct_transitions: v.number(),
  self_transitions: v.number(),
  top_transitions: v.array(v.tuple([page, page, v.number()])),
  /** Of the text "from\tto\tn\n" for all of them, by names. */
  transitions_sha256: v.string(),
  top_path3: v.array(v.tuple([page, page, page, v.number()])),
  /** Of the text "a\tb\tc\tn\n" for all of them, by names. */
  path3_sha256: v.string(),
  funnels: v.array(
    v.object({ steps: v.array(page), ordered: v.array(v.number()), strict: v.array(v.number()) }),
  ),
});

/** What an independent implementation found in page visits. */
export type Navigation = v.InferOutput<typeof navigation>;

export async function readNavigationExpected(file: string): Promise<Navigation> {
  return v.parse(navigation, JSON.parse(await readFile(file, 'utf8')));
}

/** Pages in the order of viewing, and how often. */
export interface CountedWay {
  readonly pages: readonly string[];
  readonly count: number;
}

/** SHA-256 of "page\t…\tcount\n" for all ways in the order of their pages' names. */
export function hashWays(ways: readonly CountedWay[]): string {
  const hash = createHash('sha256');
  for (const { pages, count } of [...ways].sort(byPages)) {
    hash.update(`${pages.join('\t')}\t${count}\n`);
  }
  return hash.digest('hex');
}

function byPages(a: CountedWay, b: CountedWay): number {
  for (const [i, one] of a.pages.entries()) {
    const other = b.pages[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
