import { makeApiClient } from '../replay/api-client.ts';
import { makeCollectorClient } from '../replay/collector-client.ts';
import type { Connection } from '../replay/connection.ts';
import { ensureSite } from '../replay/ensure-site.ts';
import { type ReplayedSession, replayRecordings } from '../replay/replay-recordings.ts';
import { readFiles } from '../replay/survey.ts';
import { type Agreements, makeAgreements } from './agreements.ts';
import { compareSession } from './compare.ts';
import { measureByGraphql } from './measure-by-graphql.ts';
import { type CheckedData, findExpected } from './read-data.ts';

/**
 * Replays every session through tracker code, collector, API and database, and compares what GraphQL says of it.
 *
 * @param site a new one: its sessions are these
 */
export async function checkSystem(
  data: CheckedData,
  connection: Connection,
  site: string,
  onSession: (done: number) => void,
): Promise<Agreements> {
  const ask = makeApiClient(connection.apiUrl, connection.ownerToken);
  await ensureSite(ask, site);
  const replayed: ReplayedSession[] = [];
  await replayRecordings(readFiles(data.files), {
    site,
    sampleMs: 0,
    send: makeCollectorClient({ url: connection.collectorUrl, secret: connection.replaySecret }),
    ask,
    now: Date.now,
    onSession: (session) => onSession(replayed.push(session)),
  });
  const agreements = makeAgreements();
  for (const { source, session } of replayed) {
    const measured = await measureByGraphql(ask, site, session);
    agreements.add(source, compareSession(findExpected(data, source), measured));
  }
  return agreements;
}
