import { type FloodPhase, flood } from './flood.ts';

/**
 * Prints what ten times too much traffic does, beside the same system before: the answers, the memory over time, and how soon all is
 * well again. Refused batches must say when to come again, accepted ones must all be kept.
 */
const { capacity, calmMs, phases } = await flood(Number(process.argv[2] ?? 15_000));
process.stdout.write(
  `It takes ${Math.round(capacity)} batches/s; an answer takes ${Math.round(calmMs)} ms when nobody else asks.\n`,
);
const rows = phases.map((phase) => ({
  flood: phase.name,
  'offered, of what it takes': `${(phase.offeredPerSecond / capacity).toFixed(1)} x`,
  202: phase.statuses.get(202) ?? 0,
  429: phase.statuses.get(429) ?? 0,
  503: phase.statuses.get(503) ?? 0,
  'no answer': phase.statuses.get(0) ?? 0,
  'without Retry-After': phase.withoutRetryAfter,
  'accepted, lost': phase.accepted - phase.kept,
  'an answer after, ms': Math.round(phase.recoveredMs),
}));
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
for (const phase of phases) process.stdout.write(`\n${phase.name}\n${draw(phase).join('\n')}\n`);

function draw({ curve }: FloodPhase): string[] {
  const peakMb = Math.max(...curve.map(({ apiMb, collectorMb }) => Math.max(apiMb, collectorMb)));
  const bar = (mb: number) => '█'.repeat(Math.round((mb / peakMb) * 25)).padEnd(25);
  return curve.map(
    ({ atMs, apiMb, collectorMb, underWay }) =>
      `${(atMs / 1_000).toFixed(1).padStart(5)} s  API ${bar(apiMb)} ${Math.round(apiMb)} MB   collector ${bar(collectorMb)} ${Math.round(collectorMb)} MB   ${underWay} under way`,
  );
}
