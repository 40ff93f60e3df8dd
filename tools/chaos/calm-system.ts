import { request } from 'undici';
import { createApi } from '../../api/server.ts';
import { startCollector } from '../../collector/local.ts';
import { makeAsk } from './ask.ts';
import type { Ask } from './numbers.ts';
import type { Visit } from './visits.ts';

/** The same code on a database where nothing ever fails: what it says is what the numbers have to be. */
export interface CalmSystem {
  readonly ask: Ask;
  /** Takes all batches, each once and in the order in which they were recorded. */
  readonly take: (visits: readonly Visit[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const secrets = { ingestSecret: 'calm-ingest', replaySecret: 'calm-replay' };
const ownerToken = 'calm-owner-token';

export async function startCalmSystem(
  mongodbUri: string,
  sites: readonly string[],
): Promise<CalmSystem> {
  const { ingestSecret } = secrets;
  const api = await createApi({
    mongodbUri,
    port: 0,
    host: '127.0.0.1',
    localMode: false,
    ingestSecret,
    ownerToken,
    sites: sites.map((siteId) => ({ siteId, name: siteId, timeZone: 'UTC' })),
  });
  const collector = await startCollector({ apiUrl: api.url, ...secrets });
  return {
    ask: makeAsk(() => api.url, ownerToken),
    take: async (visits) => {
      await Promise.all(visits.map((visit) => sendInOrder(visit, collector.url)));
    },
    stop: async () => {
      await collector.stop();
      await api.stop();
    },
  };
}

async function sendInOrder({ startedAt, batches }: Visit, url: string): Promise<void> {
  for (const { packed, atMs, sentAt } of batches) {
    const { statusCode, body } = await request(`${url}/v1/batches`, {
      method: 'POST',
      body: packed,
      headers: {
        'x-trailgraph-replay': secrets.replaySecret,
        'x-trailgraph-received-at': `${sentAt ?? startedAt + atMs}`,
      },
      reset: true,
    });
    const answer = await body.text();
    if (statusCode !== 202) throw new Error(`${statusCode}: ${answer}`);
  }
}
