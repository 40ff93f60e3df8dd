import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { type Disk, makeDisk } from './disk.ts';
import { findFreePort } from './free-port.ts';
import { type Kept, keepRunning, type Life } from './keep-running.ts';

/** A replica set whose members can die, run out of disk, and vote. */
export interface ReplicaSet {
  readonly uri: string;
  readonly canDisksBeFull: boolean;
  readonly size: number;
  /** Kills one member, or all of them. */
  readonly crash: (member: number | 'all', deadMs: number) => Promise<void>;
  /** No space on the disks of one member, or of all, for so long. A mongod that runs into it ends. */
  readonly fillDisk: (member: number | 'all', fullMs: number) => Promise<void>;
  /** The primary steps down: the others elect. False where there is none, or it may not. */
  readonly elect: () => Promise<boolean>;
  /** Resolves once all members are up, and one takes writes. */
  readonly healthy: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Member {
  readonly host: string;
  readonly disk: Disk;
  readonly kept: Kept<Life>;
}

const name = 'chaos';
const healthyWithinMs = 90_000;

/** Starts `size` members on loopback, each with a disk of its own below `folder`. */
export async function startReplicaSet(
  binary: string,
  folder: string,
  size: number,
): Promise<ReplicaSet> {
  const members: Member[] = [];
  for (let i = 0; i < size; i++) members.push(await startMember(binary, join(folder, `${i}`)));
  const hosts = members.map(({ host }) => host);
  await initiate(hosts);
  const chosen = (which: number | 'all') =>
    which === 'all' ? members : members.filter((_, i) => i === which % size);
  const set: ReplicaSet = {
    uri: `mongodb://${hosts.join(',')}/?replicaSet=${name}&serverSelectionTimeoutMS=4000&connectTimeoutMS=2000`,
    canDisksBeFull: members.every(({ disk }) => disk.canBeFull),
    size,
    crash: async (which, deadMs) => {
      await Promise.all(chosen(which).map(({ kept }) => kept.crash(deadMs)));
    },
    fillDisk: async (which, fullMs) => {
      for (const { disk } of chosen(which)) disk.fill();
      await wait(fullMs);
      for (const { disk } of chosen(which)) disk.free();
    },
    elect: () => stepDown(hosts),
    healthy: () => waitForHealth(hosts),
    stop: async () => {
      await Promise.all(members.map(({ kept }) => kept.stop()));
      await Promise.all(members.map(({ disk }) => disk.remove()));
    },
  };
  await set.healthy();
  return set;
}

async function startMember(binary: string, folder: string): Promise<Member> {
  const disk = await makeDisk(folder);
  const port = await findFreePort();
  const log = openSync(`${folder}.log`, 'a', 0o600);
  const args = [
    ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
    ...['--replSet', name, '--oplogSize', '128', '--wiredTigerCacheSizeGB', '0.25'],
    // Small log files and a checkpoint every few seconds, so that a full disk is noticed soon.
    ...['--wiredTigerEngineConfigString', 'log=(file_max=1MB,prealloc=false)', '--syncdelay', '3'],
    '--quiet',
  ];
  const kept = keepRunning(async () => {
    const child = spawn(binary, args, { stdio: ['ignore', log, log] });
    const kill = () => void child.kill('SIGKILL');
    process.once('exit', kill);
    const ended = once(child, 'exit').then(() => process.off('exit', kill));
    return { ended, kill };
  });
  return { host: `127.0.0.1:${port}`, disk, kept };
}

async function initiate(hosts: readonly string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  const settings = { electionTimeoutMillis: 1_000, heartbeatIntervalMillis: 300 };
  await untilDone(async () => {
    await withClient(hosts[0] ?? '', (client) =>
      client.db('admin').command({ replSetInitiate: { _id: name, members, settings } }),
    );
    return true;
  });
}

async function stepDown(hosts: readonly string[]): Promise<boolean> {
  const asked = hosts.map(async (host) => {
    try {
      return await withClient(host, async (client) => {
        const hello = await client.db('admin').command({ hello: 1 });
        if (!hello.isWritablePrimary) return false;
        await client.db('admin').command({ replSetStepDown: 2, secondaryCatchUpPeriodSecs: 1 });
        return true;
      });
    } catch {
      // It is down, or nobody has caught up.
      return false;
    }
  });
  return (await Promise.all(asked)).includes(true);
}

async function waitForHealth(hosts: readonly string[]): Promise<void> {
  await untilDone(async () => {
    const states = await withClient(hosts[0] ?? '', async (client) => {
      const { members } = await client.db('admin').command({ replSetGetStatus: 1 });
      return (members as { stateStr: string }[]).map(({ stateStr }) => stateStr);
    });
    const isPrimary = (state: string) => state === 'PRIMARY';
    const isSecondary = (state: string) => state === 'SECONDARY';
    return (
      states.filter(isPrimary).length === 1 && states.every((s) => isPrimary(s) || isSecondary(s))
    );
  });
}

async function untilDone(work: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + healthyWithinMs;
  let last: unknown;
  while (performance.now() < until) {
    try {
      if (await work()) return;
    } catch (error) {
      last = error;
    }
    await wait(100);
  }
  throw new Error('The replica set did not come back.', { cause: last });
}

async function withClient<T>(host: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    connectTimeoutMS: 1_000,
    socketTimeoutMS: 5_000,
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
