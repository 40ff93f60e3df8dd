import { compareReads } from './compare-reads.ts';

/** Prints what a heatmap of a page takes at 10,000,000 events over 30 days, beside 100,000. It reads counters only, so only they are made. */
const layers = ['CLICKS', 'MOVES', 'RAGE', 'SCROLL', 'ATTENTION'];

await compareReads(
  Number(process.argv[2] ?? 10_000_000),
  'counters',
  layers.map((layer) => ({
    name: `heatmap, ${layer}`,
    goal: '≤ 1.5, ≤ 50 ms',
    query: (site) =>
      `{ heatmap(site: "${site}", page: "/p/1", layer: ${layer}) { total visitors maxCount points { x y count uniqueUsers intensity } bands { fromPercent share seconds } } }`,
  })),
);
