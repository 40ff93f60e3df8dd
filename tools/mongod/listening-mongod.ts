import { connect } from 'node:net';
import { MongoClient } from 'mongodb';

/** What listens on MongoDB's own port: a replica set (its address), a standalone, or nothing that we can use. */
export type ListeningMongod =
  | { readonly kind: 'replicaSet'; readonly uri: string }
  | { readonly kind: 'standalone' }
  | { readonly kind: 'none' };

/** Asks the server at 127.0.0.1 what it is; changes need a replica set's change streams and transactions. */
export async function findListeningMongod(port = 27_017): Promise<ListeningMongod> {
  if (!(await isOpen(port))) return { kind: 'none' };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 600,
    connectTimeoutMS: 600,
  });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (!hello.setName) return { kind: 'standalone' };
    const primary = String(hello.primary ?? '');
    if (!primary || !(await isReadable(client))) return { kind: 'none' };
    return {
      kind: 'replicaSet',
      uri: `mongodb://127.0.0.1:${port}/?replicaSet=${hello.setName}`,
    };
  } catch {
    return { kind: 'none' };
  } finally {
    await client.close();
  }
}

/** The driver waits its whole time-out where nobody listens; a connection is refused at once. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 600 });
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/** One that asks for a password is somebody else's: `MONGODB_URI` is the way to use it. */
async function isReadable(client: MongoClient): Promise<boolean> {
  return client
    .db('admin')
    .command({ listDatabases: 1, nameOnly: true })
    .then(
      () => true,
      () => false,
    );
}
