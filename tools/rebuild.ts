import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { aggregates } from '../api/ingest/aggregates.ts';
import { takePart } from '../api/parts/lease.ts';
import { rebuildSite } from '../api/rebuild/rebuild-site.ts';
import { batches } from '../api/store/batches.ts';
import type { Store } from '../api/store/open-store.ts';
import { sites } from '../api/store/sites.ts';
import { findDataDir } from './data-dir.ts';
import { findRunningDatabase } from './database/running-database.ts';
import { runCommand, withDatabase } from './database/with-database.ts';
import { UserProblem } from './user-problem.ts';

/** `npm run rebuild`: derives everything anew from stored batches. Killed at any moment, it goes on where it stopped. */
const options = new Command('rebuild')
  .description(
    'Recomputes everything that is derived from stored batches, session by session. The API may go on taking batches.',
  )
  .option('--mongodb-uri <uri>', 'the database; otherwise MONGODB_URI, or the one that runs here')
  .option('--site <site>', 'this site only')
  .option('--afresh', 'begin anew where an earlier rebuild was interrupted, instead of going on')
  .parse()
  .opts<{ mongodbUri?: string; site?: string; afresh?: boolean }>();

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort());
}

async function rebuildAll(store: Store): Promise<void> {
  const all = await sites.in(store.db).find().sort({ site: 1 }).toArray();
  const wanted = all.filter(({ site }) => !options.site || site === options.site);
  if (options.site && wanted.length === 0) {
    throw new UserProblem(`There is no site "${options.site}".`);
  }
  const part = await takePart(store);
  try {
    for (const { site } of wanted) await rebuildOne({ store, part, aggregates }, site);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    process.stderr.write('\nInterrupted. Run it again to go on.\n');
    process.exitCode = 130;
  } finally {
    await part.release();
  }
}

/** By their batches: sessions may be what is to be made anew. */
async function countSessions({ db }: Store, site: string): Promise<number> {
  const [found] = await batches
    .in(db)
    .aggregate<{ sessions: number }>(
      [{ $match: { site } }, { $group: { _id: '$session' } }, { $count: 'sessions' }],
      { allowDiskUse: true },
    )
    .toArray();
  return found?.sessions ?? 0;
}

async function rebuildOne(context: Parameters<typeof rebuildSite>[0], site: string): Promise<void> {
  // Where nobody watches a terminal, a line every few seconds goes to the log.
  const bar = new SingleBar({
    format: `${site} {bar} {value} of {total} sessions, {eta_formatted} left`,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  bar.start(await countSessions(context.store, site), 0);
  try {
    const done = await rebuildSite(context, site, {
      afresh: options.afresh ?? false,
      onSession: (count) => bar.update(count),
      signal: interrupted.signal,
    });
    bar.stop();
    process.stdout.write(`${site}: ${done} sessions rebuilt\n`);
  } finally {
    bar.stop();
  }
}

await runCommand(async () => {
  const uri = options.mongodbUri ?? (await findRunningDatabase(findDataDir(), process.env));
  await withDatabase(uri, rebuildAll);
});
