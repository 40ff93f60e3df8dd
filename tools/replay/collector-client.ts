import { setTimeout as wait } from 'node:timers/promises';
import { UserProblem } from '../user-problem.ts';
import { findCode } from './error-code.ts';
import type { PlayedBatch } from './play-recording.ts';

/** Hands one batch to the collector; returns when it is safe there. */
export type SendBatch = (batch: PlayedBatch) => Promise<void>;

export interface CollectorOptions {
  /** Where batches are posted: `http://127.0.0.1:8787/v1/batches`. */
  readonly url: string;
  /** Lifts the checks of rate, crawler and clock. */
  readonly secret: string;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 8_000;
/** With the pauses above, about a minute. */
const TRIES = 12;

/**
 * Posts batches as a replay. What may pass later (429, 503, a broken connection, a site too new to be known) is tried again, with pauses that grow.
 *
 * @throws {UserProblem} where the collector is away for a minute, or refuses the secret or a batch
 */
export function makeCollectorClient({ url, secret }: CollectorOptions): SendBatch {
  return async ({ packed, sentAt }) => {
    const headers = {
      'content-type': 'text/plain',
      'x-trailgraph-replay': secret,
      'x-trailgraph-received-at': String(sentAt),
    };
    let problem = '';
    for (let tries = 0; tries < TRIES; tries++) {
      if (tries > 0) await wait(computePause(tries, Math.random()));
      const outcome = await post(url, headers, packed);
      if (outcome === 'accepted') return;
      problem = outcome.problem;
    }
    throw new UserProblem(`The collector at ${url} can't be reached any more: ${problem}`);
  };
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: Uint8Array<ArrayBuffer>,
): Promise<'accepted' | { readonly problem: string }> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: 'POST', headers, body });
    text = await response.text();
  } catch (error) {
    return { problem: findCode(error) || String(error) };
  }
  if (response.ok) return 'accepted';
  const problem = `it answers ${response.status} ${text}`;
  if (response.status === 429 || response.status >= 500 || isNewSite(text)) return { problem };
  throw new UserProblem(
    response.status === 403 && !text.includes('"place"')
      ? `The collector at ${url} refuses the replay secret (${text}). The right one is in .data/replay-secret of the Trailgraph that runs there, or in REPLAY_SECRET.`
      : `The collector at ${url} refuses a batch: ${problem}`,
  );
}

/** A site made a moment ago: the collector asks the API for its sites only now and then. */
function isNewSite(answer: string): boolean {
  return answer.includes('"place":"site"') && answer.includes('is not known');
}

/** Doubles with each try, and is spread so that sessions don't all come back at once. */
function computePause(tries: number, chance: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)) * (0.5 + chance / 2);
}

/** @throws {UserProblem} that says how to start it, where nothing answers */
export async function ensureCollector(url: string): Promise<void> {
  try {
    await (await fetch(new URL('/health', url))).arrayBuffer();
  } catch {
    throw new UserProblem(
      `No collector answers at ${new URL(url).origin}: start the system with \`npm start\` in another terminal, or name another with --collector.`,
    );
  }
}
