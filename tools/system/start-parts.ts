import { join } from 'node:path';
import { createShop } from '../../demo/server.ts';
import { repoPath } from '../data-dir.ts';
import type { ApiPartOptions } from './api-process.ts';
import type { RunningPart } from './child.ts';
import type { CollectorPartOptions } from './collector-process.ts';
import { createDashboardServer } from './dashboard-server.ts';
import type { SystemSettings } from './settings.ts';
import { type SupervisedPart, startSupervisedPart } from './supervised-part.ts';
import { startWebServer } from './web-server.ts';

/** The API, in a process of its own; it makes the demo shop's site, whose days are those of this machine. */
export async function startApi(
  settings: SystemSettings,
  database: Promise<{ readonly uri: string }>,
): Promise<SupervisedPart> {
  const { ports, secrets, ownerToken, localMode, site } = settings;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const options = async (): Promise<ApiPartOptions> => ({
    port: ports.api,
    mongodbUri: (await database).uri,
    ingestSecret: secrets.ingest,
    ownerToken,
    localMode,
    allowedOrigins: [`http://localhost:${ports.dashboard}`, `http://127.0.0.1:${ports.dashboard}`],
    sites: [{ siteId: site, name: 'Demo shop', timeZone }],
  });
  return startPart(settings, 'The API', 'api', options());
}

/** The collector in workerd, which hangs on a process of its own. */
export async function startCollectorPart(settings: SystemSettings): Promise<SupervisedPart> {
  const { ports, secrets, forward } = settings;
  const options: CollectorPartOptions = {
    port: ports.collector,
    apiUrl: `http://127.0.0.1:${ports.api}`,
    ingestSecret: secrets.ingest,
    replaySecret: secrets.replay,
    forward,
  };
  return startPart(settings, 'The collector', 'collector', Promise.resolve(options));
}

export async function startDashboard(
  settings: SystemSettings,
  folder: string,
): Promise<RunningPart> {
  const { ports, urls } = settings;
  const server = createDashboardServer({ folder, apiUrl: urls.api, collectorUrl: urls.collector });
  return startWebServer(ports.dashboard, server);
}

export async function startShop(settings: SystemSettings): Promise<RunningPart> {
  const { ports, urls, site } = settings;
  const shop = await createShop({
    collectorUrl: urls.collector,
    dashboardUrl: urls.dashboard,
    site,
  });
  return startWebServer(ports.shop, shop);
}

function startPart(
  { dataDir, supervision }: SystemSettings,
  name: string,
  entry: string,
  options: Promise<unknown>,
): Promise<SupervisedPart> {
  const settings = {
    entry: repoPath(`tools/system/${entry}-process.ts`),
    options,
    logFile: join(dataDir, 'log', `${entry}.log`),
  };
  return startSupervisedPart(name, settings, supervision);
}
