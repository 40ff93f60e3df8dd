import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { UserProblem } from '../user-problem.ts';
import { findCode } from './error-code.ts';

/** A batch of another time, perhaps of somebody elsewhere. */
export interface PastBatch {
  readonly packed: Uint8Array<ArrayBuffer>;
  /** ms since 1970. */
  readonly sentAt: number;
  /** Of the browser it came from. */
  readonly userAgent?: string;
  /** ISO 3166-1 alpha-2: where it came from. */
  readonly country?: string;
}

/** Hands one batch to the collector; returns when it is safe there. */
export type SendBatch = (batch: PastBatch) => Promise<void>;

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
/** Enough for the API to fill a commit while another is under way. */
const CONNECTIONS = 400;

/**
 * Posts batches as a replay. What may pass later (429, 503, a broken connection, a site too new to be known) is tried again, with pauses that grow.
 *
 * @throws {UserProblem} where the collector is away for a minute, or refuses the secret or a batch
 */
export function makeCollectorClient({ url, secret }: CollectorOptions): SendBatch {
  const { origin, pathname } = new URL(url);
  // A batch is some hundred bytes: with `fetch` it would cost more to post than to record.
  const pool = new Pool(origin, { connections: CONNECTIONS });
  return async ({ packed, sentAt, userAgent, country }) => {
    const headers = {
      'content-type': 'text/plain',
      'x-trailgraph-replay': secret,
      'x-trailgraph-received-at': String(sentAt),
      ...(userAgent ? { 'user-agent': userAgent } : {}),
      ...(country ? { 'x-trailgraph-country': country } : {}),
    };
    let problem = '';
    for (let tries = 0; tries < TRIES; tries++) {
      if (tries > 0) await wait(computePause(tries, Math.random()));
      const outcome = await post(pool, url, { path: pathname, headers, body: packed });
      if (outcome === 'accepted') return;
      problem = outcome.problem;
    }
    throw new UserProblem(`The collector at ${url} can't be reached any more: ${problem}`);
  };
}

async function post(
  pool: Pool,
  url: string,
  request: {
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: Uint8Array;
  },
): Promise<'accepted' | { readonly problem: string }> {
  let status: number;
  let text: string;
  try {
    const { statusCode, body } = await pool.request({ ...request, method: 'POST' });
    status = statusCode;
    text = await body.text();
  } catch (error) {
    return { problem: findCode(error) || String(error) };
  }
  if (status >= 200 && status < 300) return 'accepted';
  const problem = `it answers ${status} ${text}`;
  if (status === 429 || status >= 500 || isNewSite(text)) return { problem };
  throw new UserProblem(
    status === 403 && !text.includes('"place"')
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
