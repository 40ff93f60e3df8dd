import { askTimed } from './ask.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import type { ScaledSite } from './kept-sites.ts';
import { median } from './median.ts';
import { makeScaledSites, sitesToMake } from './scaled-sites.ts';

export interface Question {
  readonly name: string;
  /** For a site. */
  readonly query: (site: string) => string;
  readonly goal: string;
}

const repeats = 200;
const warmUps = 8;
const names = ['small', 'twin', 'large'] as const;
type Name = (typeof names)[number];

/**
 * Asks the same of a site with 100,000 events, of one just like it, and of one with `largeEvents`, all over 30 days, in turns, and
 * prints the median latencies. The twin shows what of a ratio is noise. Each answer comes over HTTP from a process of its own.
 *
 * The data takes minutes to make; with `BENCH_DATA=<folder>` it is kept there for the next run on the same day.
 */
export async function compareReads(
  largeEvents: number,
  only: 'everything' | 'counters',
  questions: readonly Question[],
): Promise<void> {
  const wanted = names.map((site) => ({ site, events: site === 'large' ? largeEvents : 100_000 }));
  const system = await startBenchSystem(sitesToMake(names), 1, process.env['BENCH_DATA']);
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
  const took: Record<Name, number[]> = { small: [], twin: [], large: [] };
  for (let i = 0; i < repeats + warmUps; i++) {
    for (const site of inTurn(i)) {
      const { ms } = await askTimed(url, system.token, query(site));
      if (i >= warmUps) took[site].push(ms);
    }
  }
  const ms = (value: number) => Number(value.toFixed(2));
  // Of each round: what else the machine does falls on all of them.
  const ratio = (site: Name) =>
    Number(median(took[site].map((one, i) => one / (took.small[i] ?? one))).toFixed(2));
  return {
    question: name,
    'at 100,000, ms': ms(median(took.small)),
    'at the large, ms': ms(median(took.large)),
    ratio: ratio('large'),
    'ratio of the twin': ratio('twin'),
    goal,
  };
}

/** Each of the six orders as often as any other: whoever comes first finds other caches, and other garbage, than the last. */
function inTurn(round: number): Name[] {
  const from = round % names.length;
  const turned = [...names.slice(from), ...names.slice(0, from)];
  return Math.floor(round / names.length) % 2 === 0 ? turned : turned.reverse();
}
