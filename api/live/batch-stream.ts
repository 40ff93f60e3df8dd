import type { ChangeStream, ResumeToken } from 'mongodb';
import type { Logger } from 'pino';
import { batches } from '../store/batches.ts';
import type { Store } from '../store/open-store.ts';

/** The session that a new batch belongs to. */
export interface ChangedSession {
  readonly site: string;
  readonly session: string;
}

export interface BatchStream {
  readonly stop: () => Promise<void>;
}

interface Inserted {
  readonly _id: ResumeToken;
  readonly fullDocument?: ChangedSession;
}

/** Only inserts, and only their names: the bodies need not travel. */
const pipeline = [
  { $match: { operationType: 'insert' } },
  { $project: { 'fullDocument.site': 1, 'fullDocument.session': 1 } },
];
const longestPauseMs = 10_000;

/**
 * Follows new batches with the process's one change stream. After a failure it goes on where it stopped; where MongoDB no
 * longer knows that place, from now, and says so through `onGap`.
 */
export async function followBatches(
  store: Store,
  log: Logger,
  listener: { readonly onBatch: (of: ChangedSession) => void; readonly onGap: () => void },
): Promise<BatchStream> {
  const state = { stopped: false, resumeAfter: undefined as ResumeToken | undefined };
  let stream = open(store, undefined);
  // The first look makes the server open its cursor: what is inserted from here on is seen.
  await stream.tryNext().then((change) => take(change));
  const running = run();
  return {
    stop: async () => {
      state.stopped = true;
      await stream.close();
      await running;
    },
  };

  function take(change: Inserted | null): void {
    if (!change) return;
    state.resumeAfter = change._id;
    if (change.fullDocument) listener.onBatch(change.fullDocument);
  }

  async function run(): Promise<void> {
    for (let failures = 0; !state.stopped; ) {
      try {
        take(await stream.next());
        failures = 0;
      } catch (error) {
        failures++;
        await recover(error, failures);
      }
    }
  }

  async function recover(error: unknown, failures: number): Promise<void> {
    if (state.stopped) return;
    log.warn({ err: error, failures }, 'the change stream failed');
    await pause(Math.min(longestPauseMs, 100 * 2 ** failures), state);
    await stream.close().catch(() => undefined);
    if (isHistoryLost(error)) {
      state.resumeAfter = undefined;
      listener.onGap();
    }
    if (!state.stopped) stream = open(store, state.resumeAfter);
  }
}

function open(
  store: Store,
  resumeAfter: ResumeToken | undefined,
): ChangeStream<never, Inserted & never> {
  const options = resumeAfter === undefined ? {} : { resumeAfter };
  return batches.in(store.db).watch(pipeline, options);
}

function isHistoryLost(error: unknown): boolean {
  const changeStreamHistoryLost = 286;
  return (error as { code?: unknown }).code === changeStreamHistoryLost;
}

/** Waits in short steps, so that a stop is not held up. */
async function pause(ms: number, state: { readonly stopped: boolean }): Promise<void> {
  const until = Date.now() + ms;
  while (!state.stopped && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
