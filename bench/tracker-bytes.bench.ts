import { decodeBatch } from '../schema/wire/decode.ts';
import { recordRows } from '../tracker/virtual.ts';
import { readTraces, type TracePoint } from './human-trace.ts';

/**
 * Prints how many bytes the tracker sends for 1,000 `mousemove` events of a person at 60 Hz, whole batches with their
 * headers, beside what plain JSON takes. Argument: the folder with recorded movement, `../shared/data` by default.
 */
const goalBytes = 1_600;
const { name, traces } = readTraces(process.argv[2] ?? '../shared/data');
const events = traces.reduce((sum, trace) => sum + trace.length, 0);

const record = (trace: readonly TracePoint[], sampling: 'interval' | 'adaptive') =>
  recordRows(
    trace.map((point) => ({ ...point, kind: 'move' as const })),
    {
      site: 'shop',
      session: 'sessionsessionid',
      visitor: 'visitorvisitorid',
      makeViewId: () => 'viewview',
      startedAt: 1_700_000_000_000,
      url: 'https://shop.example/',
      viewportWidth: 1_920,
      viewportHeight: 1_080,
      sampling,
    },
  );
const perThousand = (measure: (trace: readonly TracePoint[]) => number) =>
  (traces.reduce((sum, trace) => sum + measure(trace), 0) / events) * 1_000;
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

const rows: readonly (readonly [string, number])[] = [
  [
    'each event as plain JSON',
    perThousand((trace) =>
      sum(
        trace.map(
          ({ tMs, x, y }) => JSON.stringify({ type: 'mousemove', t: tMs, x, y }).length + 1,
        ),
      ),
    ),
  ],
  [
    'batches at 50 ms as plain JSON',
    perThousand((trace) =>
      sum(
        [...record(trace, 'interval')].map((packed) => JSON.stringify(decodeBatch(packed)).length),
      ),
    ),
  ],
  [
    'batches at 50 ms',
    perThousand((trace) => sum([...record(trace, 'interval')].map((packed) => packed.length))),
  ],
  [
    'batches, adaptive (3 px)',
    perThousand((trace) => sum([...record(trace, 'adaptive')].map((packed) => packed.length))),
  ],
];

process.stdout.write(`  bytes for 1,000 mousemove events: ${name}, ${events} events at 60 Hz\n`);
for (const [what, bytes] of rows) {
  process.stdout.write(`  ${what.padEnd(34)}${bytes.toFixed(0).padStart(8)}\n`);
}
const sampled = rows[2]?.[1] ?? 0;
process.stdout.write(`  ${'goal at 50 ms, at most'.padEnd(34)}${String(goalBytes).padStart(8)}\n`);
if (sampled > goalBytes) process.exitCode = 1;
