import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PointerRow } from '../../tracker/virtual.ts';
import { type AskApi, makeApiClient } from '../replay/api-client.ts';
import { makeCollectorClient, type SendBatch } from '../replay/collector-client.ts';
import { ensureSite } from '../replay/ensure-site.ts';
import type { Recording } from '../replay/recording.ts';
import { type ReplayedSession, replayRecordings } from '../replay/replay-recordings.ts';
import { startSystem } from '../system/start-system.ts';
import type { RunningSystem } from '../system/system.ts';
import { measureByFold } from './measure-by-fold.ts';
import { measureByGraphql } from './measure-by-graphql.ts';

let dataDir = '';
let system: RunningSystem | undefined;
let ask: AskApi;
let send: SendBatch;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-replay-'));
  system = await startSystem({ dataDir, mongodbUri: nameDatabase(inject('mongodbUri')) });
  ask = makeApiClient(`${system.urls.api}/graphql`, system.ownerToken);
  send = makeCollectorClient({
    url: `${system.urls.collector}/v1/batches`,
    secret: system.replaySecret,
  });
});
afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true });
});

function nameDatabase(uri: string): string {
  const url = new URL(uri);
  url.pathname = '/replay-system-test';
  return url.href;
}

/** A made-up hand: it strolls, pauses, clicks, and hammers now and then. The same for the same seed. */
function makeRows(seed: number): PointerRow[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const rows: PointerRow[] = [];
  let [tMs, x, y] = [0, 400, 300];
  for (let step = 0; step < 250; step++) {
    tMs += next(20) === 0 ? 500 + next(1_500) : next(60);
    x = Math.max(0, Math.min(999, x + next(81) - 40));
    y = Math.max(0, Math.min(699, y + next(41) - 20));
    rows.push({ tMs, kind: 'move', x, y });
    const clicks = next(25) === 0 ? 1 + next(5) : 0;
    for (let i = 0; i < clicks; i++) {
      rows.push({ tMs: tMs + 10, kind: 'down', x, y }, { tMs: tMs + 90, kind: 'up', x, y });
      tMs += 200;
    }
  }
  return [...rows, { tMs: tMs + 4_321, kind: 'none', x: 0, y: 0 }];
}

async function* makeRecordings(): AsyncGenerator<Recording> {
  for (const seed of [1, 2, 3]) {
    yield {
      file: 'made-up',
      source: String(seed),
      person: `hand ${seed}`,
      url: 'https://replay.example/desktop',
      viewportWidth: 1_000,
      viewportHeight: 700,
      rows: makeRows(seed),
    };
  }
}

it.each([0, 50])(
  'shows in GraphQL exactly what the rules make of a recording sampled at %i ms',
  async (sampleMs) => {
    const site = `replay-${sampleMs}`;
    expect(await ensureSite(ask, site)).toBe('STRICT');
    const replayed: ReplayedSession[] = [];
    await replayRecordings(makeRecordings(), {
      site,
      sampleMs,
      send,
      ask,
      now: Date.now,
      onSession: (session) => replayed.push(session),
    });
    expect(replayed).toHaveLength(3);
    for await (const recording of makeRecordings()) {
      const session = replayed.find(({ source }) => source === recording.source)?.session ?? '';
      const expected = measureByFold(recording, sampleMs);
      expect(await measureByGraphql(ask, site, session)).toEqual(expected);
      expect(expected.rageBursts).toBeGreaterThan(0);
      expect(expected.hesitations).toBeGreaterThan(0);
    }
  },
);
