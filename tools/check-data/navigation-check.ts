import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { makeApiClient } from '../replay/api-client.ts';
import { makeCollectorClient } from '../replay/collector-client.ts';
import type { Connection } from '../replay/connection.ts';
import { ensureSite } from '../replay/ensure-site.ts';
import { replayRecordings } from '../replay/replay-recordings.ts';
import { readFiles } from '../replay/survey.ts';
import { type Agreements, makeAgreements } from './agreements.ts';
import { compareNavigation } from './navigation-compare.ts';
import { readNavigationExpected } from './navigation-expected.ts';
import { measureNavigation } from './navigation-measured.ts';

/** Page visits and what is expected of them. */
export interface NavigationData {
  readonly visits: string;
  readonly expected: string;
}

/** @returns null where the folder holds none */
export async function findNavigationData(folder: string): Promise<NavigationData | null> {
  const data = {
    visits: join(folder, 'msnbc_8000.txt.gz'),
    expected: join(folder, 'expected.json'),
  };
  try {
    await Promise.all([access(data.visits), access(data.expected)]);
    return data;
  } catch {
    return null;
  }
}

/**
 * Replays all visits through collector, API and database, and compares what GraphQL says of them.
 *
 * @param site a new one: its sessions are these visits
 */
export async function checkNavigation(
  data: NavigationData,
  connection: Connection,
  site: string,
  onSession: (done: number) => void,
): Promise<Agreements> {
  const ask = makeApiClient(connection.apiUrl, connection.ownerToken);
  await ensureSite(ask, site);
  let done = 0;
  await replayRecordings(readFiles([data.visits]), {
    site,
    sampleMs: 0,
    send: makeCollectorClient({ url: connection.collectorUrl, secret: connection.replaySecret }),
    ask,
    now: Date.now,
    onSession: () => onSession(++done),
  });
  const expected = await readNavigationExpected(data.expected);
  const agreements = makeAgreements();
  const measured = await measureNavigation(ask, site, expected);
  agreements.add('navigation', compareNavigation(expected, measured));
  return agreements;
}
