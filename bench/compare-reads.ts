import { askTimed } from './ask.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import { median } from './median.ts';
import { makeScaledSites, type ScaledSite, sitesToMake } from './scaled-sites.ts';

export interface Question {
  readonly name: string;
  /** For a site. */
  readonly query: (site: string) => string;
  readonly goal: string;
}

const repeats = 121;

/**
 * Asks the same of a site with 100,000 events and of one with `largeEvents`, both over 30 days, in turns, and prints the median
 * latencies. Each answer comes over HTTP from a process of its own.
 */
export async function compareReads(
  largeEvents: number,
  only: 'everything' | 'counters',
  questions: readonly Question[],
): Promise<void> {
  const wanted = [
    { site: 'small', events: 100_000 },
    { site: 'large', events: largeEvents },
  ];
  const system = await startBenchSystem(sitesToMake(wanted.map(({ site }) => site)), 1);
  try {
    const startedAt = performance.now();
    const made = await makeScaledSites(system, wanted, only);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stdout.write(`${made.map(describe).join('; ')} (made in ${seconds} s)\n`);
    const rows = [];
    for (const question of questions) rows.push(await compare(system, question));
    // biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
    console.table(rows);
  } finally {
    await system.stop();
  }
}

function describe({ site, events, copiesPerDay }: ScaledSite): string {
  return `${site}: ${events.toLocaleString('en')} events, ${copiesPerDay} copies a day`;
}

async function compare(system: BenchSystem, { name, query, goal }: Question) {
  const url = system.apis[0]?.url ?? '';
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < repeats + 5; i++) {
    const ofSmall = (await askTimed(url, system.token, query('small'))).ms;
    const ofLarge = (await askTimed(url, system.token, query('large'))).ms;
    // The first ones warm up.
    if (i < 5) continue;
    small.push(ofSmall);
    large.push(ofLarge);
  }
  const ms = (value: number) => Number(value.toFixed(2));
  return {
    question: name,
    'at 100,000, ms': ms(median(small)),
    'at the large, ms': ms(median(large)),
    // Of each pair: what else the machine does falls on both.
    ratio: Number(median(large.map((took, i) => took / (small[i] ?? took))).toFixed(2)),
    goal,
  };
}
