import type { Comparison } from './compare.ts';

/** What the comparisons of many sessions add up to. */
export interface Agreements {
  readonly add: (source: string, comparisons: readonly Comparison[]) => void;
  /** A table: for each measure how many sessions agree, then each difference, the first twenty. */
  readonly print: () => string;
  readonly sessions: () => number;
  readonly differences: () => number;
}

const DIFFERENCES_PRINTED = 20;

export function makeAgreements(): Agreements {
  const agreed = new Map<string, number>();
  const differing: string[] = [];
  let sessions = 0;
  return {
    add: (source, comparisons) => {
      sessions++;
      for (const { measure, expected, measured, agrees } of comparisons) {
        agreed.set(measure, (agreed.get(measure) ?? 0) + (agrees ? 1 : 0));
        if (!agrees) differing.push(`${source}, ${measure}: expected ${expected}, is ${measured}`);
      }
    },
    print: () => {
      const rows = [...agreed].map(
        ([measure, count]) =>
          `  ${measure.padEnd(20)} ${String(count).padStart(6)} of ${sessions}${count === sessions ? '' : '  <-- differs'}`,
      );
      const more = differing.length - DIFFERENCES_PRINTED;
      const shown = differing.slice(0, DIFFERENCES_PRINTED).map((line) => `  ${line}`);
      return [...rows, ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
    },
    sessions: () => sessions,
    differences: () => differing.length,
  };
}
