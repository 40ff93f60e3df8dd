import { BSON, type Db } from 'mongodb';
import { UserProblem } from '../user-problem.ts';
import type { Step } from './plan.ts';

/**
 * Gives a cluster the commands of a plan. What is sharded already, by the same key, is passed over, so it may be run again.
 *
 * @param db the database that the collections are in
 * @param onStep told of each step before it is taken
 * @throws {UserProblem} where there is no sharded cluster, or a collection is sharded by another key
 */
export async function shardCluster(
  db: Db,
  steps: readonly Step[],
  onStep: (step: Step) => void,
): Promise<void> {
  await requireCluster(db);
  const { client } = db;
  for (const step of steps) {
    if (await isDone(db, step)) continue;
    onStep(step);
    await client.db('admin').command(BSON.EJSON.deserialize(step.command));
  }
}

async function requireCluster(db: Db): Promise<void> {
  const hello = await db.admin().command({ hello: 1 });
  if (hello['msg'] === 'isdbgrid') return;
  const what = hello['setName'] ? `the replica set "${hello['setName']}"` : 'a single mongod';
  throw new UserProblem(
    `This address leads to ${what}, not to a sharded cluster: only its mongos can divide collections. Nothing was changed. Give the address of a mongos, or see what would be done with --dry-run.`,
  );
}

async function isDone({ client }: Db, { command }: Step): Promise<boolean> {
  const { shardCollection: namespace, key } = command;
  if (typeof namespace !== 'string') return false;
  const known = await client
    .db('config')
    .collection<{ _id: string; key?: unknown }>('collections')
    .findOne({ _id: namespace });
  if (!known?.key) return false;
  if (JSON.stringify(known.key) === JSON.stringify(key)) return true;
  throw new UserProblem(
    `${namespace} is sharded by ${JSON.stringify(known.key)}; it should be ${JSON.stringify(key)}. Change it with reshardCollection.`,
  );
}
