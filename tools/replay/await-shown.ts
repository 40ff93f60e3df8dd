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

const query = /* GraphQL */ `
  query ReplayedSession($id: ID!, $site: ID!) {
    session(id: $id, site: $site) {
      mouseMovements
      totalClicks
      sessionDurationSeconds
    }
  }
`;

interface ShownSession {
  readonly mouseMovements: number;
  readonly totalClicks: number;
  readonly sessionDurationSeconds: number;
}

const PATIENCE_MS = 120_000;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Waits until the API shows all that was sent: at once in direct mode, after a while where a queue lies between.
 *
 * @throws {UserProblem} after two minutes, with what is missing
 */
export async function awaitShown(ask: AskApi, site: string, sent: SentSession): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let pauseMs = 20; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    const isLate = Date.now() > deadline;
    const session = await findSession(ask, site, sent.session, isLate);
    if (session && isWhole(session, sent)) return;
    if (isLate) throw new UserProblem(describeMissing(session, sent));
    await wait(pauseMs);
  }
}

/** An API that is just being started again gets time to come back. */
async function findSession(
  ask: AskApi,
  site: string,
  id: string,
  isLate: boolean,
): Promise<ShownSession | null> {
  try {
    return (await ask<{ session: ShownSession | null }>(query, { id, site })).session;
  } catch (error) {
    if (isLate) throw error;
    return null;
  }
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
