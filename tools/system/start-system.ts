import { findDataDir } from '../data-dir.ts';
import { ensureDashboardBuilt } from './dashboard-files.ts';
import { openDatabase } from './database.ts';
import { settle } from './settings.ts';
import { startApi, startCollectorPart, startDashboard, startShop } from './start-parts.ts';
import type { RunningSystem, SystemOptions } from './system.ts';
import { makeUnwinding, type Unwinding } from './unwinding.ts';

/**
 * Starts everything on loopback. API and collector are processes of their own: they share no event loop, a terminal's
 * Ctrl-C does not reach them before their turn to stop, and each can crash and come back alone. The static servers
 * have nothing to lose and live here.
 *
 * @throws UserProblem with one sentence for what a person can mend; then nothing is left running
 */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const started = makeUnwinding();
  try {
    return await startParts(options, started);
  } catch (error) {
    await started.unwind().catch(() => undefined);
    throw error;
  }
}

async function startParts(options: SystemOptions, started: Unwinding): Promise<RunningSystem> {
  const settings = await settle(options);
  const { dataDir, mongodbUri, progress, urls, localMode, ownerToken, secrets, site } = settings;
  const { hold } = started;

  // All at once: the processes load while the database starts, and the collector asks the API for the sites
  // only when the first batch comes.
  const opening = hold(openDatabase(mongodbUri, dataDir, progress));
  const [database, api, collector, folder] = await Promise.all([
    opening,
    hold(startApi(settings, opening)),
    hold(startCollectorPart(settings)),
    ensureDashboardBuilt(findDataDir(), progress),
  ]);
  await hold(startDashboard(settings, folder));
  await hold(startShop(settings));

  return {
    urls,
    localMode,
    ownerToken,
    ingestSecret: secrets.ingest,
    replaySecret: secrets.replay,
    site,
    database,
    api,
    collector,
    stop: started.unwind,
    kill: () => {
      collector.kill();
      api.kill();
    },
  };
}
