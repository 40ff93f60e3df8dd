import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDataDir } from '../data-dir.ts';
import { UserProblem } from '../user-problem.ts';

/** The running system that a replay talks to. */
export interface Connection {
  /** Where batches are posted. */
  readonly collectorUrl: string;
  readonly apiUrl: string;
  readonly replaySecret: string;
  /** null: there is none, which is enough in local mode. */
  readonly ownerToken: string | null;
}

export interface ConnectionChoices {
  readonly collector?: string | undefined;
  readonly api?: string | undefined;
}

/**
 * Options first, then the environment (`TRAILGRAPH_COLLECTOR`, `TRAILGRAPH_API`, `REPLAY_SECRET`, `OWNER_TOKEN`), then what
 * `npm start` uses and keeps on this machine.
 *
 * @throws {UserProblem} for what is no address, or where there is no replay secret
 */
export async function findConnection(
  choices: ConnectionChoices,
  env: NodeJS.ProcessEnv,
): Promise<Connection> {
  const dataDir = findDataDir();
  const replaySecret = env.REPLAY_SECRET || (await readSecret(join(dataDir, 'replay-secret')));
  if (!replaySecret) {
    throw new UserProblem(
      'There is no replay secret: `npm start` makes one in .data/replay-secret; for another system set REPLAY_SECRET to its secret.',
    );
  }
  return {
    collectorUrl: completeUrl(
      choices.collector ?? env.TRAILGRAPH_COLLECTOR ?? 'http://127.0.0.1:8787',
      '/v1/batches',
    ),
    apiUrl: completeUrl(choices.api ?? env.TRAILGRAPH_API ?? 'http://127.0.0.1:5001', '/graphql'),
    replaySecret,
    ownerToken: env.OWNER_TOKEN || (await readSecret(join(dataDir, 'owner-token'))),
  };
}

/** An origin alone gets the usual path. */
function completeUrl(address: string, path: string): string {
  if (!URL.canParse(address)) throw new UserProblem(`"${address}" is no address.`);
  const url = new URL(address);
  return url.pathname === '/' ? new URL(path, url).href : url.href;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null;
  } catch {
    return null;
  }
}
