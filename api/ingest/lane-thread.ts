import { parentPort, workerData } from 'node:worker_threads';
import { makeLog } from '../log.ts';
import { takePart } from '../parts/lease.ts';
import { connectStore } from '../store/open-store.ts';
import { aggregates } from './aggregates.ts';
import { Committer } from './committer.ts';
import {
  type FromThread,
  type ThreadSettings,
  type ToThread,
  unpackCall,
} from './thread-messages.ts';

/** A thread that commits what it is given, with a connection, a part and a cache of its own. `ThreadedLane` starts it. */
const { mongodbUri, limits, logLevel } = workerData as ThreadSettings;
const port = parentPort;
if (!port) throw new Error('This is a thread of the API, and no program.');
const tell = (message: FromThread) => port.postMessage(message);

const store = await connectStore(mongodbUri);
const part = await takePart(store);
const committer = new Committer({ store, part, aggregates }, makeLog(logLevel), limits, (report) =>
  tell({ kind: 'report', report }),
);

async function finish(): Promise<void> {
  await committer.stop();
  await part.release();
  await store.close();
  port?.close();
}

port.on('message', (message: ToThread) => {
  if (message === null) return void finish();
  const { call } = message;
  void committer
    .commit(unpackCall(message))
    .then((outcomes) => tell({ kind: 'outcomes', call, outcomes }));
});
tell({ kind: 'ready' });
