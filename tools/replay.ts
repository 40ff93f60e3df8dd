import process from 'node:process';
import cliProgress from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { makeApiClient } from './replay/api-client.ts';
import { ensureCollector, makeCollectorClient } from './replay/collector-client.ts';
import { findConnection } from './replay/connection.ts';
import { ensureSite } from './replay/ensure-site.ts';
import { type ReplayedSession, replayRecordings } from './replay/replay-recordings.ts';
import { readFiles, surveyFiles } from './replay/survey.ts';
import { UserProblem } from './user-problem.ts';

interface Options {
  readonly site: string;
  readonly sampleMs: number;
  readonly json?: true;
  readonly collector?: string;
  readonly api?: string;
}

const command = new Command('npm run replay --')
  .description(
    "Plays recorded pointer data or page visits through the tracker's own signals, the collector and the API, as sessions of a site.",
  )
  .argument(
    '<file...>',
    'recordings: CSV of pointer events, or page visits (page numbers, a person a line); gzipped or not',
  )
  .option('--site <id>', 'the site they belong to, made where it is missing', 'replay')
  .option('--sample-ms <ms>', 'time between two samples of movement; 0 keeps all', parseMs, 50)
  .option('--json', 'print {"file","source","session"} a line')
  .option('--collector <url>', 'default: TRAILGRAPH_COLLECTOR, or http://127.0.0.1:8787')
  .option('--api <url>', 'default: TRAILGRAPH_API, or http://127.0.0.1:5001/graphql')
  .action(replay);

// npm runs scripts in the project's root, wherever it was called; files are named from there.
process.chdir(process.env.INIT_CWD ?? '.');
try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof UserProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function parseMs(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number of ms, 0 or more.');
}

async function replay(files: readonly string[], options: Options): Promise<void> {
  const startedAt = Date.now();
  const connection = await findConnection(options, process.env);
  await ensureCollector(connection.collectorUrl);
  const ask = makeApiClient(connection.apiUrl, connection.ownerToken);
  const survey = await surveyFiles(files);
  const rageRule = await ensureSite(ask, options.site);
  if (rageRule !== 'STRICT') {
    process.stderr.write(
      `Site ${options.site} exists and has not the strict rage rule; replays are meant for one that has.\n`,
    );
  }
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {percentage}% | {sessions} of {all} sessions | {duration_formatted}',
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let sessions = 0;
  bar.start(survey.rows, 0, { sessions, all: survey.sessions });
  try {
    await replayRecordings(readFiles(files), {
      site: options.site,
      sampleMs: options.sampleMs,
      send: makeCollectorClient({
        url: connection.collectorUrl,
        secret: connection.replaySecret,
      }),
      ask,
      now: Date.now,
      onProgress: ({ rows }) => bar.increment(rows),
      onSession: (session) => {
        sessions++;
        bar.update({ sessions });
        if (options.json) printLine(session);
      },
    });
  } finally {
    bar.stop();
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stderr.write(
    `${sessions} sessions (${survey.rows.toLocaleString('en')} rows) replayed to site ${options.site} in ${seconds} s.\n`,
  );
}

function printLine({ file, source, session }: ReplayedSession): void {
  process.stdout.write(`${JSON.stringify({ file, source, session })}\n`);
}
