import process from 'node:process';
import { Command } from 'commander';
import type { Store } from '../api/store/open-store.ts';
import { findDataDir } from './data-dir.ts';
import { findRunningDatabase } from './database/running-database.ts';
import { runCommand, withDatabase } from './database/with-database.ts';
import { dropLetters, findLetters, type LetterChoice } from './dead-letters/letters.ts';
import { replayLetters } from './dead-letters/replay-letters.ts';
import { readSecrets } from './system/secrets.ts';
import { UserProblem } from './user-problem.ts';

/** `npm run dead-letters -- list | replay | drop`: batches that were refused for good. */
interface Options {
  readonly mongodbUri?: string;
  readonly site?: string;
  readonly reason?: string;
  readonly before?: string;
}

const program = new Command('dead-letters').description(
  'Shows batches that could not be taken in, hands them over again, or deletes them.',
);

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--mongodb-uri <uri>', 'the database; otherwise MONGODB_URI, or the one that runs here')
    .option('--site <site>', "of this site only; '' for those that name none")
    .option('--reason <text>', 'only those whose reason has this in it')
    .option('--before <date>', 'only those that came before, such as 2026-05-01');
}

command('list', 'When each came, its site, its size and why it was refused.').action(
  (options: Options) =>
    withStore(options, async (store, choice) => {
      let count = 0;
      for await (const { site, receivedAt, reason, body, batch } of findLetters(store, choice)) {
        const how = batch ? 'whole' : 'body only';
        process.stdout.write(
          `${receivedAt.toISOString()}  ${site || '(no site)'}  ${body.length} characters, ${how}  ${reason}\n`,
        );
        count++;
      }
      process.stdout.write(`${count} dead letters\n`);
    }),
);

command('replay', 'Hands them over to the API again. What is refused again is kept again.')
  .option('--api-url <url>', 'the API', process.env['API_URL'] ?? 'http://localhost:5001')
  .option(
    '--ingest-secret <secret>',
    "the collector's; otherwise INGEST_SECRET, or that of the system that runs here",
  )
  .action((options: Options & { apiUrl: string; ingestSecret?: string }) =>
    withStore(options, async (store, choice) => {
      const { apiUrl } = options;
      const ingestSecret =
        options.ingestSecret ?? (await readSecrets(findDataDir(), process.env)).ingest;
      const counts = await replayLetters(store, choice, { apiUrl, ingestSecret });
      const told = Object.entries(counts).map(([answer, count]) => `${count} ${answer}`);
      process.stdout.write(`${told.join(', ')}\n`);
    }),
  );

command('drop', 'Deletes them for good.')
  .option('--yes', 'really')
  .action((options: Options & { yes?: boolean }) =>
    withStore(options, async (store, choice) => {
      if (!options.yes) {
        const letters = await findLetters(store, choice).toArray();
        throw new UserProblem(`That would delete ${letters.length} dead letters. Say --yes if so.`);
      }
      process.stdout.write(`${await dropLetters(store, choice)} dead letters deleted\n`);
    }),
  );

function withStore(
  { mongodbUri, site, reason, before }: Options,
  work: (store: Store, choice: LetterChoice) => Promise<void>,
): Promise<void> {
  return runCommand(async () => {
    const date = before === undefined ? undefined : new Date(before);
    if (date && Number.isNaN(date.getTime())) throw new UserProblem(`"${before}" is no date.`);
    const uri = mongodbUri ?? (await findRunningDatabase(findDataDir(), process.env));
    await withDatabase(uri, (store) => work(store, { site, reason, before: date }));
  });
}

await program.parseAsync();
