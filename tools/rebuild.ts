import { Command } from 'commander';
import { aggregates } from '../api/ingest/aggregates.ts';
import { takePart } from '../api/parts/lease.ts';
import { rebuildSite } from '../api/rebuild/rebuild-site.ts';
import { openStore } from '../api/store/open-store.ts';
import { sites } from '../api/store/sites.ts';

const options = new Command('rebuild')
  .description(
    'Recomputes everything that is derived from stored batches, session by session. The API may go on taking batches.',
  )
  .option('--mongodb-uri <uri>', 'the database', process.env['MONGODB_URI'])
  .option('--site <site>', 'this site only')
  .parse()
  .opts<{ mongodbUri?: string; site?: string }>();

if (!options.mongodbUri) {
  process.stderr.write('Say which database: --mongodb-uri, or MONGODB_URI.\n');
  process.exit(1);
}
const store = await openStore(options.mongodbUri);
const part = await takePart(store);
try {
  const all = await sites.in(store.db).find().sort({ site: 1 }).toArray();
  const wanted = all.filter(({ site }) => !options.site || site === options.site);
  if (wanted.length === 0) process.stderr.write('There is no such site.\n');
  for (const { site } of wanted) {
    const done = await rebuildSite({ store, part, aggregates }, site, (count) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${site}: ${count} sessions`);
    });
    process.stdout.write(`\r${site}: ${done} sessions rebuilt\n`);
  }
} finally {
  await part.release();
  await store.close();
}
