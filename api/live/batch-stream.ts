import type { ChangeStream, ChangeStreamInsertDocument, ResumeToken, Timestamp } from 'mongodb';
import type { Logger } from 'pino';
import { type BatchDocument, batches } from '../store/batches.ts';
import type { Store } from '../store/open-store.ts';

/** The session that a new batch belongs to. */
export interface ChangedSession {
  readonly site: string;
  readonly session: string;
}

export interface BatchStream {
  readonly stop: () => Promise<void>;
  /** From the write of the last batch until it was heard of, ms. */
  readonly lagMs: () => number;
}

/** Only inserts, and only their names: the bodies need not travel. */
const pipeline = [
  { $match: { operationType: 'insert' } },
  { $project: { 'fullDocument.site': 1, 'fullDocument.session': 1, wallTime: 1 } },
];
const longestPauseMs = 10_000;
/** How long an idle look at the stream lasts, and so how long a stop may take. */
const longestWaitMs = 250;

/** Where a stream begins. */
type Place = { readonly resumeAfter: ResumeToken } | { readonly startAtOperationTime: Timestamp };

/**
 * Follows new batches with the process's one change stream. After a failure it goes on where it stopped; where MongoDB no
 * longer knows that place, from now, and says so through `onGap`.
 */
export async function followBatches(
  store: Store,
  log: Logger,
  listener: { readonly onBatch: (of: ChangedSession) => void; readonly onGap: () => void },
): Promise<BatchStream> {
  const state = { stopped: false, lagMs: 0 };
  let place: Place = await findNow(store);
  let stream = open(store, place);
  const running = run();
  return {
    lagMs: () => state.lagMs,
    stop: async () => {
      state.stopped = true;
      await stream.close();
      await running;
    },
  };

  async function run(): Promise<void> {
    for (let failures = 0; !state.stopped; ) {
      try {
        const change = await stream.next();
        const { site, session } = change.fullDocument;
        if (change.wallTime) state.lagMs = Math.max(0, Date.now() - change.wallTime.getTime());
        listener.onBatch({ site, session });
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
    if (stream.resumeToken) place = { resumeAfter: stream.resumeToken };
    await stream.close().catch(() => undefined);
    if (isHistoryLost(error)) {
      place = await findNow(store).catch(() => place);
      listener.onGap();
    }
    if (!state.stopped) stream = open(store, place);
  }
}

/** The database's own time: what is inserted from here on is seen, though the stream opens later. */
async function findNow({ db }: Store): Promise<Place> {
  const { operationTime } = await db.command({ ping: 1 });
  return { startAtOperationTime: operationTime };
}

type Inserted = ChangeStreamInsertDocument<BatchDocument>;

function open(store: Store, place: Place): ChangeStream<BatchDocument, Inserted> {
  const options = { ...place, maxAwaitTimeMS: longestWaitMs };
  return batches.in(store.db).watch<BatchDocument, Inserted>(pipeline, options);
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
