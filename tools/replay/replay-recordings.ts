import type { AskApi } from './api-client.ts';
import { type AwaitShown, makeAwaitShown } from './await-shown.ts';
import type { SendBatch } from './collector-client.ts';
import { computeDuration, makeSessionId, playRecording } from './play-recording.ts';
import type { Recording } from './recording.ts';
import { makeSendingWindow } from './sending-window.ts';

/** A recording that is now a session of the site. */
export interface ReplayedSession {
  readonly file: string;
  /** Its name in the file. */
  readonly source: string;
  /** Its `sessionId` in the API. */
  readonly session: string;
}

export interface ReplayOptions {
  readonly site: string;
  readonly sampleMs: number;
  readonly send: SendBatch;
  readonly ask: AskApi;
  readonly now: () => number;
  /** After each batch that is on its way: `rows` more of the recording are through. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
  /** As soon as the API shows all of a session. */
  readonly onSession?: (session: ReplayedSession) => void;
}

const SESSIONS_AT_ONCE = 32;
/**
 * Batches of one session under way at once. They are sent in order, and where some overtake others the API sees to it
 * that nothing shows; together they share its commits.
 */
const BATCHES_AT_ONCE = 16;

/** Replays recordings as sessions of a site, many at once. */
export async function replayRecordings(
  recordings: AsyncIterable<Recording>,
  options: ReplayOptions,
): Promise<void> {
  const queue = recordings[Symbol.asyncIterator]();
  const awaitShown = makeAwaitShown(options.ask, options.site);
  let failed = false;
  const work = async (): Promise<void> => {
    try {
      for (let next = await queue.next(); !next.done && !failed; next = await queue.next()) {
        await replayOne(next.value, options, awaitShown);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: SESSIONS_AT_ONCE }, work));
}

async function replayOne(
  recording: Recording,
  options: ReplayOptions,
  awaitShown: AwaitShown,
): Promise<void> {
  const { site, sampleMs, send, onProgress, onSession } = options;
  const session = makeSessionId();
  const durationMs = computeDuration(recording);
  const startedAt = options.now() - durationMs;
  const { rows } = recording;
  let moves = 0;
  let presses = 0;
  let shown = 0;
  const window = makeSendingWindow(BATCHES_AT_ONCE);
  for (const played of playRecording(recording, { site, session, startedAt, sampleMs })) {
    await window.begin(() => send(played));
    const { batch } = played;
    moves += batch.moves.t.length;
    presses += batch.events.filter(({ type }) => type === 'press').length;
    const done = durationMs > 0 ? Math.floor((batch.activeMs / durationMs) * rows.length) : 0;
    onProgress?.({ rows: done - shown });
    shown = done;
  }
  await window.finish();
  await awaitShown({ session, moves, presses, durationMs });
  onProgress?.({ rows: rows.length - shown });
  onSession?.({ file: recording.file, source: recording.source, session });
}
