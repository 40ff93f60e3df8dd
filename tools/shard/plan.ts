import type { Declaration } from '../../api/store/collection.ts';

/** A site's documents are to live on the shards of a zone. */
export interface SiteZone {
  readonly site: string;
  readonly zone: string;
}

/** A shard that is part of a zone. */
export interface ZoneShard {
  readonly zone: string;
  readonly shard: string;
}

/** A command for `db.adminCommand`, and why it is given. */
export interface Step {
  readonly command: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** Where a key begins or ends, in MongoDB's extended JSON. */
const MIN_KEY = { $minKey: 1 };
const MAX_KEY = { $maxKey: 1 };

/**
 * What makes a database ready for a sharded cluster, in order.
 *
 * The keys are the first fields of each collection's unique index, as a unique index of a sharded collection has to begin with its
 * key (a hashed one can't be unique). All begin with the site, so that a query for one site meets the shards of that site alone;
 * what follows spreads a large site: session ids are random, and so are the keys of counters.
 */
export function planSharding(
  database: string,
  collections: readonly Declaration[],
  zones: { readonly shards: readonly ZoneShard[]; readonly sites: readonly SiteZone[] },
): Step[] {
  const sharded = collections.flatMap(({ name, shardKey }) =>
    shardKey ? [{ namespace: `${database}.${name}`, key: shardKey }] : [],
  );
  return [
    { command: { enableSharding: database }, why: 'Lets collections of the database be divided.' },
    ...zones.shards.map(({ zone, shard }) => ({
      command: { addShardToZone: shard, zone },
      why: `Shard ${shard} keeps what belongs to zone ${zone}.`,
    })),
    ...zones.sites.flatMap(({ site, zone }) =>
      sharded.map(({ namespace, key }) => ({
        command: {
          updateZoneKeyRange: namespace,
          min: boundsOf(key, site, MIN_KEY),
          max: boundsOf(key, site, MAX_KEY),
          zone,
        },
        why: `All of site ${site} lives in zone ${zone}.`,
      })),
    ),
    ...sharded.map(({ namespace, key }) => ({
      command: { shardCollection: namespace, key },
      why: whyOf(key),
    })),
  ];
}

function boundsOf(key: Readonly<Record<string, 1>>, site: string, rest: object) {
  return Object.fromEntries(Object.keys(key).map((name) => [name, name === 'site' ? site : rest]));
}

function whyOf(key: Readonly<Record<string, 1>>): string {
  return 'session' in key
    ? "A session's documents stay together: taking a batch in, and reading a session, meet one shard."
    : 'Shared sums spread by what they count; each is written on one shard.';
}
