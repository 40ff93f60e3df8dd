import { setTimeout as wait } from 'node:timers/promises';
import { UserProblem } from '../user-problem.ts';
import type { AskApi } from './api-client.ts';

/** What was sent of one session, as the API is to show it. */
export interface SentSession {
  readonly session: string;
  readonly moves: number;
  readonly presses: number;
  readonly durationMs: number;
}

/**
 * Waits until the API shows all that was sent of a session: at once in direct mode, after a while where a queue lies between.
 *
 * @throws {UserProblem} after two minutes, with what is missing
 */
export type AwaitShown = (sent: SentSession) => Promise<void>;

interface ShownSession {
  readonly mouseMovements: number;
  readonly totalClicks: number;
  readonly sessionDurationSeconds: number;
}

interface Waiting {
  readonly sent: SentSession;
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (problem: unknown) => void;
}

const PATIENCE_MS = 120_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/** The API lets a query name a field up to 30 times. */
const ASKED_AT_ONCE = 25;

/** Sessions that wait at the same time are asked for together, those that wait longest first. */
export function makeAwaitShown(ask: AskApi, site: string): AwaitShown {
  let waiting: Waiting[] = [];
  let isAsking = false;
  const askAll = async () => {
    isAsking = true;
    for (let pauseMs = FIRST_PAUSE_MS; waiting.length > 0; ) {
      const asked = waiting.slice(0, ASKED_AT_ONCE);
      const settled = await settle(ask, site, asked);
      waiting = [...waiting.slice(asked.length), ...asked].filter((one) => !settled.has(one));
      if (settled.size > 0) pauseMs = FIRST_PAUSE_MS;
      else {
        await wait(pauseMs);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
    isAsking = false;
  };
  return (sent) =>
    new Promise((resolve, reject) => {
      waiting.push({ sent, deadline: Date.now() + PATIENCE_MS, resolve, reject });
      if (!isAsking) void askAll();
    });
}

/** @returns those that are shown, or have waited too long */
async function settle(ask: AskApi, site: string, asked: readonly Waiting[]) {
  const now = Date.now();
  const settled = new Set<Waiting>();
  const { shown, problem } = await findSessions(ask, site, asked);
  for (const [i, one] of asked.entries()) {
    const session = shown[i] ?? null;
    if (session && isWhole(session, one.sent)) one.resolve();
    else if (now > one.deadline) {
      one.reject(problem ?? new UserProblem(describeMissing(session, one.sent)));
    } else continue;
    settled.add(one);
  }
  return settled;
}

/** An API that is just being started again gets time to come back. */
async function findSessions(ask: AskApi, site: string, asked: readonly Waiting[]) {
  const ids = asked.map(({ sent }) => sent.session);
  const variables = Object.fromEntries(ids.map((id, i) => [`s${i}`, id]));
  try {
    const answer = await ask<Record<string, ShownSession | null>>(makeQuery(ids.length), {
      ...variables,
      site,
    });
    return { shown: ids.map((_, i) => answer[`s${i}`] ?? null), problem: null };
  } catch (problem) {
    return { shown: [], problem };
  }
}

/** The same text for the same number of sessions, as the API remembers what it has parsed. */
function makeQuery(sessions: number): string {
  const numbers = Array.from({ length: sessions }, (_, i) => i);
  const parameters = numbers.map((i) => `$s${i}: ID!`).join(' ');
  const fields = 'mouseMovements totalClicks sessionDurationSeconds';
  const asked = numbers.map((i) => `s${i}: session(id: $s${i}, site: $site) { ${fields} }`);
  return `query ReplayedSessions($site: ID! ${parameters}) { ${asked.join(' ')} }`;
}

function isWhole(shown: ShownSession, sent: SentSession): boolean {
  return (
    shown.mouseMovements === sent.moves &&
    shown.totalClicks === sent.presses &&
    shown.sessionDurationSeconds * 1000 >= sent.durationMs - 0.5
  );
}

function describeMissing(shown: ShownSession | null, sent: SentSession): string {
  const now = shown
    ? `${shown.mouseMovements} of ${sent.moves} samples and ${shown.totalClicks} of ${sent.presses} clicks`
    : 'nothing';
  return `Two minutes after the last batch of session ${sent.session} the API shows ${now} of it.`;
}
