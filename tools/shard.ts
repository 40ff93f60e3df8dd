import process from 'node:process';
import { Command } from 'commander';
import { collections } from '../api/store/collections.ts';
import { openStore } from '../api/store/open-store.ts';
import { planSharding, type SiteZone, type Step, type ZoneShard } from './shard/plan.ts';
import { shardCluster } from './shard/shard-cluster.ts';
import { UserProblem } from './user-problem.ts';

/** `npm run shard`: divides the collections over the shards of a cluster. Safe to run again. */
const options = new Command('shard')
  .description(
    'Divides the collections over the shards of a cluster (give the address of a mongos), by site and session. Zones keep the sites of a region on its shards.',
  )
  .option('--mongodb-uri <uri>', 'a mongos', process.env['MONGODB_URI'])
  .option('--zone <shard=zone...>', 'this shard belongs to that zone')
  .option('--site <site=zone...>', 'all of this site lives in that zone')
  .option('--dry-run', 'only print the commands, for mongosh')
  .option('--database <name>', 'for --dry-run', 'trailgraph')
  .parse()
  .opts<{
    mongodbUri?: string;
    zone?: string[];
    site?: string[];
    dryRun?: boolean;
    database: string;
  }>();

function pairsOf(texts: readonly string[] = []): [string, string][] {
  return texts.map((text) => {
    const at = text.lastIndexOf('=');
    if (at < 1 || at === text.length - 1) throw new UserProblem(`"${text}" is not name=zone.`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

function plan(database: string): Step[] {
  const shards: ZoneShard[] = pairsOf(options.zone).map(([shard, zone]) => ({ shard, zone }));
  const sites: SiteZone[] = pairsOf(options.site).map(([site, zone]) => ({ site, zone }));
  return planSharding(database, collections, { shards, sites });
}

function show({ command, why }: Step): void {
  process.stdout.write(
    `// ${why}\ndb.adminCommand(EJSON.deserialize(${JSON.stringify(command)}));\n`,
  );
}

async function run(): Promise<void> {
  if (options.dryRun) {
    for (const step of plan(options.database)) show(step);
    return;
  }
  if (!options.mongodbUri) {
    throw new UserProblem('Say which cluster: --mongodb-uri, or MONGODB_URI.');
  }
  const store = await openStore(options.mongodbUri);
  try {
    await shardCluster(store.db, plan(store.db.databaseName), show);
  } finally {
    await store.close();
  }
}

await run().catch((error: unknown) => {
  if (!(error instanceof UserProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
