import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../../tools/system/start-system.ts';
import type { RunningSystem, SystemOptions } from '../../tools/system/system.ts';

/** A whole system for a test, on free ports; `stop` leaves nothing behind. */
export async function startTestSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'trailgraph-e2e-')));
  const system = await startSystem({ ...options, dataDir });
  return {
    ...system,
    stop: async () => {
      await system.stop();
      if (!options.dataDir) await rm(dataDir, { recursive: true });
    },
  };
}

/** The tests' mongod with a database of one's own: `mongodb://host/name?…`. */
export function withDatabase(mongodbUri: string, name: string): string {
  const uri = new URL(mongodbUri);
  uri.pathname = `/${name}`;
  return uri.href;
}
