import { flood } from './flood.ts';

/** Prints what ten times too much traffic does: the answers, the memory over time, and how soon all is well again. */
const { curve, statuses, ...result } = await flood(Number(process.argv[2] ?? 15_000));
const rows = {
  'capacity, batches/s': Math.round(result.capacity),
  'offered in all': result.offered,
  ...Object.fromEntries([...statuses].map(([status, count]) => [`answered ${status}`, count])),
  'refused without Retry-After': result.withoutRetryAfter,
  'accepted, and kept': `${result.accepted}, ${result.kept}`,
  'time to an answer before, ms': Math.round(result.calmMs),
  'and after, ms': Math.round(result.recoveredMs),
};
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
const peakMb = Math.max(...curve.map(({ apiMb, collectorMb }) => Math.max(apiMb, collectorMb)));
for (const { atMs, apiMb, collectorMb, underWay } of curve) {
  const bar = (mb: number) => '█'.repeat(Math.round((mb / peakMb) * 30)).padEnd(30);
  process.stdout.write(
    `${(atMs / 1_000).toFixed(1).padStart(5)} s  API ${bar(apiMb)} ${Math.round(apiMb)} MB   collector ${bar(collectorMb)} ${Math.round(collectorMb)} MB   ${underWay} under way\n`,
  );
}
