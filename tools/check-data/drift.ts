import type { MeasuredSession } from './measured.ts';

/** How far thinning moves one number, over all sessions. */
interface Drift {
  readonly name: string;
  readonly of: (session: MeasuredSession) => number | null;
}

const drifts: readonly Drift[] = [
  { name: 'samples', of: (session) => session.samples },
  { name: 'distance', of: (session) => session.distancePx },
  { name: 'speed', of: (session) => session.speedPxPerSec },
  { name: 'duration', of: (session) => session.durationSeconds },
  { name: 'clicks', of: (session) => session.clicks },
  { name: 'rage bursts', of: (session) => session.rageBursts },
  { name: 'rage clicks', of: (session) => session.rageClicks },
  { name: 'hesitations', of: (session) => session.hesitations },
  { name: 'mean efficiency', of: (session) => session.pathEfficiency },
];

/** A session measured with all samples, and with thinned ones. */
export interface DriftPair {
  readonly all: MeasuredSession;
  readonly thinned: MeasuredSession;
}

/** A table: for each number its total change, and the median and the largest change of a session, in percent. */
export function printDrift(pairs: readonly DriftPair[]): string {
  const header = `  ${'measure'.padEnd(20)} ${['in all', 'median', '± most'].map((name) => name.padStart(9)).join('')}`;
  const rows = drifts.map(({ name, of }) => {
    const values = pairs.map(({ all, thinned }) => [of(all) ?? 0, of(thinned) ?? 0] as const);
    const total = (side: 0 | 1) => values.reduce((sum, value) => sum + value[side], 0);
    const changes = values.map(([a, b]) => computeChange(a, b)).sort((a, b) => a - b);
    const sizes = changes.map(Math.abs).sort((a, b) => a - b);
    const cells = [
      computeChange(total(0), total(1)),
      changes[Math.floor(changes.length / 2)] ?? 0,
      sizes.at(-1) ?? 0,
    ];
    return `  ${name.padEnd(20)} ${cells.map((cell) => `${cell.toFixed(2)} %`.padStart(9)).join('')}`;
  });
  const same = pairs.filter(({ all, thinned }) => all.pattern === thinned.pattern).length;
  return [header, ...rows, `  ${'same pattern'.padEnd(20)} ${same} of ${pairs.length}`].join('\n');
}

function computeChange(from: number, to: number): number {
  if (from === to) return 0;
  return from === 0 ? 100 : ((to - from) / from) * 100;
}
