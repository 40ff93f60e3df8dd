import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { aggregates } from '../api/ingest/aggregates.ts';
import { takePart } from '../api/parts/lease.ts';
import { rebuildSite } from '../api/rebuild/rebuild-site.ts';
import { openStore } from '../api/store/open-store.ts';
import { sessions } from '../api/store/sessions.ts';
import { sites } from '../api/store/sites.ts';

const options = new Command('rebuild')
  .description(
    'Recomputes everything that is derived from stored batches, session by session. The API may go on taking batches.',
  )
  .option('--mongodb-uri <uri>', 'the database', process.env['MONGODB_URI'])
  .option('--site <site>', 'this site only')
  .option('--afresh', 'begin anew where an earlier rebuild was interrupted, instead of going on')
  .parse()
  .opts<{ mongodbUri?: string; site?: string; afresh?: boolean }>();

if (!options.mongodbUri) {
  process.stderr.write('Say which database: --mongodb-uri, or MONGODB_URI.\n');
  process.exit(1);
}
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
const store = await openStore(options.mongodbUri);
const part = await takePart(store);
try {
  const all = await sites.in(store.db).find().sort({ site: 1 }).toArray();
  const wanted = all.filter(({ site }) => !options.site || site === options.site);
  if (wanted.length === 0) process.stderr.write('There is no such site.\n');
  for (const { site } of wanted) {
    const format = `${site} {bar} {value} of {total} sessions, {eta_formatted} left`;
    const bar = new SingleBar({ format });
    bar.start(await sessions.in(store.db).countDocuments({ site }), 0);
    const done = await rebuildSite({ store, part, aggregates }, site, {
      afresh: options.afresh ?? false,
      onSession: (count) => bar.update(count),
      signal: interrupted.signal,
    });
    bar.stop();
    process.stdout.write(`${site}: ${done} sessions rebuilt\n`);
  }
} catch (error) {
  if (!interrupted.signal.aborted) throw error;
  process.stderr.write('\nInterrupted. Run it again to go on.\n');
  process.exitCode = 130;
} finally {
  await part.release();
  await store.close();
}
