import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDataOwner } from '../mongod/data-owner.ts';
import { findListeningMongod } from '../mongod/listening-mongod.ts';

/** Where a start that brings its own mongod leaves the address, for the commands that are about its data. */
const noteIn = (dataDir: string) => join(dataDir, 'mongodb-uri');

export function noteDatabase(dataDir: string, uri: string): Promise<void> {
  return writeFile(noteIn(dataDir), `${uri}\n`, { mode: 0o600 });
}

/** The database that a command is about unless it is told another: `MONGODB_URI`, or the one that `npm start` uses here. */
export async function findRunningDatabase(
  dataDir: string,
  env: NodeJS.ProcessEnv,
  findListening = findListeningMongod,
): Promise<string | undefined> {
  if (env.MONGODB_URI) return env.MONGODB_URI;
  const listening = await findListening();
  if (listening.kind === 'replicaSet') return listening.uri;
  const owner = await findDataOwner(join(dataDir, 'mongo'));
  if (owner === null) return undefined;
  return readFile(noteIn(dataDir), 'utf8').then(
    (uri) => uri.trim(),
    () => undefined,
  );
}
