import process from 'node:process';
import cliProgress from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { makeApiClient } from './replay/api-client.ts';
import { ensureCollector, makeCollectorClient } from './replay/collector-client.ts';
import { findConnection } from './replay/connection.ts';
import { findRecordFile } from './seed/seed-record.ts';
import { seedSite } from './seed/seed-site.ts';
import { UserProblem } from './user-problem.ts';

interface Options {
  readonly site: string;
  readonly days: number;
  readonly sessions: number;
  readonly seed: string;
  readonly collector?: string;
  readonly api?: string;
}

const command = new Command('npm run seed --')
  .description(
    'Makes a month of a shop up, from distributions, and sends it through the collector and the API to a site of its own: something to look at before there are visitors. The site is named as made-up data; nothing else is touched. Interrupted, it goes on when it is run again.',
  )
  .option('--site <id>', 'the site, made where it is missing', 'demo-month')
  .option('--sessions <n>', 'visits, 1 to 100,000', readWhole(1, 100_000), 3_000)
  .option('--days <n>', 'spread over so many days up to now, 1 to 365', readWhole(1, 365), 30)
  .option('--seed <text>', 'another text makes other visits', '1')
  .option('--collector <url>', 'default: TRAILGRAPH_COLLECTOR, or http://127.0.0.1:8787')
  .option('--api <url>', 'default: TRAILGRAPH_API, or http://127.0.0.1:5001/graphql')
  .action(seed);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof UserProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function readWhole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

async function seed(options: Options): Promise<void> {
  const startedAt = Date.now();
  const connection = await findConnection(options, process.env);
  await ensureCollector(connection.collectorUrl);
  const { site, sessions, days } = options;
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {percentage}% | {value} of {total} sessions | {duration_formatted}',
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  try {
    await seedSite({
      wishes: { site, sessions, days, seed: options.seed, until: startedAt },
      ask: makeApiClient(connection.apiUrl, connection.ownerToken),
      send: makeCollectorClient({ url: connection.collectorUrl, secret: connection.replaySecret }),
      recordFile: findRecordFile(connection.apiUrl, site),
      onBegin: (month) => {
        if (month.isResumed) process.stderr.write('What was begun goes on.\n');
        bar.start(month.sessions, 0);
      },
      onSession: () => bar.increment(),
    });
  } finally {
    bar.stop();
  }
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  process.stderr.write(
    `${sessions.toLocaleString('en')} made-up sessions of ${days} days are on site ${site} (${seconds} s). On the dashboard: ?site=${site}\n`,
  );
}
