import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CommitObserver } from '../metrics/observe-commits.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { Lane } from './lane.ts';
import type { Outcome } from './outcome.ts';
import {
  type FromThread,
  packCall,
  type ThreadSettings,
  type ToThread,
} from './thread-messages.ts';

/** A lane in a thread of its own: while it folds and counts, this one answers. */
export class ThreadedLane implements Lane {
  readonly #worker: Worker;
  readonly #calls = new Map<number, (outcomes: Outcome[]) => void>();
  readonly #observe: CommitObserver;
  #made = 0;

  private constructor(worker: Worker, observe: CommitObserver) {
    this.#worker = worker;
    this.#observe = observe;
  }

  /** @throws what keeps the thread from starting, such as MongoDB's errors */
  static async start(settings: ThreadSettings, observe: CommitObserver): Promise<ThreadedLane> {
    const file = new URL('./lane-thread.ts', import.meta.url);
    const worker = new Worker(file, { workerData: settings });
    const lane = new ThreadedLane(worker, observe);
    // An error before the first message comes out here.
    await once(worker, 'message');
    worker.on('message', (message: FromThread) => lane.#hear(message));
    // A defect: as anywhere else it ends the process, and what was not answered is sent again.
    worker.on('error', (error) => {
      throw error;
    });
    return lane;
  }

  commit(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
    const call = packCall(this.#made++, incoming);
    return new Promise((settle) => {
      this.#calls.set(call.call, settle);
      this.#tell(call, [call.bodies.buffer]);
    });
  }

  /** @throws what keeps the thread from letting go of what it holds, such as MongoDB's errors */
  async stop(): Promise<void> {
    this.#worker.removeAllListeners('error');
    const ended = once(this.#worker, 'exit');
    this.#tell(null);
    await ended;
  }

  #tell(message: ToThread, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  #hear(message: FromThread): void {
    if (message.kind === 'report') this.#observe(message.report);
    if (message.kind !== 'outcomes') return;
    this.#calls.get(message.call)?.([...message.outcomes]);
    this.#calls.delete(message.call);
  }
}
