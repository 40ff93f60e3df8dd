import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the parts of one installation share with each other and with nobody else. */
export interface Secrets {
  /** Lets the collector hand batches to the API. */
  readonly ingest: string;
  /** Lifts rate, crawler and clock checks at the collector, for replays of recorded data. */
  readonly replay: string;
}

/** Reads the secrets from the environment or from their files, which the first start makes (mode 0600). */
export async function readSecrets(dataDir: string, env: NodeJS.ProcessEnv): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true });
  return {
    ingest: env.INGEST_SECRET ?? (await readOrMake(join(dataDir, 'ingest-secret'))),
    replay: env.REPLAY_SECRET ?? (await readOrMake(join(dataDir, 'replay-secret'))),
  };
}

/** Written beside it first and then given its name, so that no other start reads half a secret. */
async function readOrMake(path: string): Promise<string> {
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(fresh, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    await link(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(fresh);
  }
  return (await readFile(path, 'utf8')).trim();
}
