import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosSystem, Forward } from './chaos-system.ts';
import type { Weather } from './network.ts';

/** What can break. */
export const faultKinds = [
  'kill api',
  'kill mongod',
  'kill collector',
  'drop replies',
  'repeat',
  'reorder',
  'disk full',
  'election',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** One thing that breaks, when, which one, and for how long: all that the seed decides. */
export interface Fault {
  readonly kind: FaultKind;
  readonly atMs: number;
  readonly lastsMs: number;
  /** Picks among several. */
  readonly which: number;
}

/** The local Queue lives in the collector's memory: there a killed collector would lose what it has accepted. */
const notInQueueMode: readonly FaultKind[] = ['kill collector'];

export function findPossible(forward: Forward): FaultKind[] {
  return faultKinds.filter((kind) => forward === 'direct' || !notInQueueMode.includes(kind));
}

/** When the kinds of fault of a round come about, each once or twice within `durationMs`. */
export function planFaults(
  kinds: readonly FaultKind[],
  durationMs: number,
  random: (below: number) => number,
): Fault[] {
  return kinds
    .flatMap((kind) =>
      Array.from({ length: 1 + random(2) }, () => ({
        kind,
        atMs: random(durationMs),
        lastsMs: 100 + random(2_500),
        which: random(1_000),
      })),
    )
    .sort((a, b) => a.atMs - b.atMs);
}

/** Breaks it, and mends it; resolves when it is mended. */
export async function cause(fault: Fault, system: ChaosSystem, forward: Forward): Promise<void> {
  await wait(fault.atMs);
  await causes[fault.kind](fault, system, forward);
}

type Cause = (fault: Fault, system: ChaosSystem, forward: Forward) => Promise<unknown>;

const causes: Readonly<Record<FaultKind, Cause>> = {
  'kill api': ({ which, lastsMs }, { apis }) => {
    // Sometimes all of them at once.
    const dying = which % 3 === 0 ? apis : [apis[which % apis.length]];
    return Promise.all(dying.map((api) => api?.crash(lastsMs)));
  },
  'kill mongod': ({ which, lastsMs }, { database }) =>
    database.crash(which % 3 === 0 ? 'all' : which, lastsMs),
  'kill collector': ({ lastsMs }, { collectors }, forward) => collectors[forward].crash(lastsMs),
  'drop replies': (fault, ...where) => during(fault, { dropReply: 0.4 }, ...where),
  repeat: (fault, ...where) => during(fault, { repeat: 0.5 }, ...where),
  reorder: (fault, ...where) => during(fault, { delayMs: 600 }, ...where),
  'disk full': ({ which, lastsMs }, { database }) =>
    database.fillDisk(which % 3 === 0 ? 'all' : which, lastsMs + 2_000),
  election: (_fault, { database }) => database.elect(),
};

/** Bad weather, before the collector, behind it, or on both sides. */
async function during(
  { which, lastsMs }: Fault,
  by: Partial<Weather>,
  { edges, backbone }: ChaosSystem,
  forward: Forward,
): Promise<void> {
  const hit = [[edges[forward]], [backbone], [edges[forward], backbone]][which % 3] ?? [];
  const mend = hit.map((network) => network.worsen({ ...by }));
  await wait(lastsMs + 1_500);
  for (const each of mend) each();
}
