import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOwnerToken } from '../../api/auth/owner-token.ts';
import { findDataDir } from '../data-dir.ts';
import { type Progress, silentProgress } from '../progress/progress.ts';
import { claimPorts, type Ports } from './ports.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import type { Supervision } from './supervised-part.ts';
import type { SystemOptions, Urls } from './system.ts';

/** Everything that is decided before the first part starts. */
export interface SystemSettings {
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  readonly localMode: boolean;
  readonly forward: 'direct' | 'queue';
  readonly ports: Ports;
  readonly urls: Urls;
  readonly secrets: Secrets;
  readonly ownerToken: string;
  readonly site: string;
  readonly progress: Progress;
  readonly supervision: Supervision;
}

/** Claims ports, and reads or makes secrets. @throws UserProblem for a port in use */
export async function settle(options: SystemOptions): Promise<SystemSettings> {
  const { dataDir = findDataDir(), mongodbUri, progress = silentProgress } = options;
  const ports = await claimPorts({ dashboard: 0, api: 0, shop: 0, collector: 0, ...options.ports });
  await mkdir(join(dataDir, 'log'), { recursive: true });
  return {
    dataDir,
    mongodbUri,
    localMode: options.localMode ?? mongodbUri === undefined,
    forward: options.forward ?? 'direct',
    ports,
    urls: mapUrls(ports),
    secrets: await readSecrets(dataDir, process.env),
    ownerToken: await readOwnerToken(join(dataDir, 'owner-token')),
    site: 'demo-shop',
    progress,
    supervision: { onNews: progress.say, onGivenUp: options.onGivenUp ?? progress.say },
  };
}

function mapUrls(ports: Ports): Urls {
  const at = (port: number) => `http://localhost:${port}`;
  return {
    dashboard: at(ports.dashboard),
    api: at(ports.api),
    shop: at(ports.shop),
    collector: at(ports.collector),
  };
}
