import { resolve } from 'node:path';
import process from 'node:process';
import { Command } from 'commander';
import { checkFold, USUAL_SAMPLE_MS } from './check-data/check-fold.ts';
import { checkSystem } from './check-data/check-system.ts';
import { printDrift } from './check-data/drift.ts';
import { checkNavigation, findNavigationData } from './check-data/navigation-check.ts';
import { openConnection } from './check-data/open-connection.ts';
import { findData } from './check-data/read-data.ts';
import { repoPath } from './data-dir.ts';
import { UserProblem } from './user-problem.ts';

interface Options {
  readonly data: string;
  readonly navigation: string;
  readonly fold?: true;
}

const command = new Command('npm run check:data --')
  .description('Compares every number of recorded sessions with what an independent program found.')
  .option('--data <folder>', 'recordings and what is expected', repoPath('../shared/data/mouse'))
  .option(
    '--navigation <folder>',
    'page visits and what is expected',
    repoPath('../shared/data/navigation'),
  )
  .option('--fold', 'the arithmetic alone, without collector, API and database')
  .action(check);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof UserProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function check(options: Options): Promise<void> {
  const data = await findData(resolve(process.env.INIT_CWD ?? '.', options.data));
  const { agreements, drift } = await checkFold(data);
  print(`The fold alone, ${agreements.sessions()} sessions, all samples:`);
  print(agreements.print());
  let differences = agreements.differences();
  if (!options.fold) {
    differences += await checkThroughSystem(data);
    differences += await checkVisits(resolve(process.env.INIT_CWD ?? '.', options.navigation));
  }
  print(`\nHow far sampling at ${USUAL_SAMPLE_MS} ms moves each number:`);
  print(printDrift(drift));
  print(
    differences === 0
      ? '\nEverything agrees.'
      : `\n${differences} numbers differ from what is expected.`,
  );
  if (differences > 0) process.exitCode = 1;
}

async function checkThroughSystem(data: Awaited<ReturnType<typeof findData>>): Promise<number> {
  const connection = await openConnection(process.env);
  try {
    const site = `check-${Date.now().toString(36)}`;
    const startedAt = Date.now();
    const agreements = await checkSystem(data, connection, site, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} sessions replayed`);
    });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    print(
      `\nThrough tracker, collector, API and database, asked by GraphQL (${agreements.sessions()} sessions of site ${site}, ${seconds} s):`,
    );
    print(agreements.print());
    return agreements.differences();
  } finally {
    await connection.close();
  }
}

async function checkVisits(folder: string): Promise<number> {
  const data = await findNavigationData(folder);
  if (!data) {
    print(`\nNo page visits in ${folder}: not compared.`);
    return 0;
  }
  const connection = await openConnection(process.env);
  try {
    const startedAt = Date.now();
    const site = `visits-${startedAt.toString(36)}`;
    const agreements = await checkNavigation(data, connection, site, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} visits replayed`);
    });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    print(`\nPage visits, all measures asked by GraphQL (site ${site}, ${seconds} s):`);
    print(agreements.print());
    return agreements.differences();
  } finally {
    await connection.close();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
