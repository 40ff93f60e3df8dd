import { deadLetters } from '../store/dead-letters.ts';
import type { Store } from '../store/open-store.ts';

/** A batch that is given up, as it came. */
export interface DeadLetter {
  readonly site: string;
  /** ms since 1970. */
  readonly receivedAt: number;
  readonly reason: string;
  readonly body: string;
}

const mostBodyChars = 65_536;
const mostReasonChars = 500;

/** Keeps what was rejected for good, so that its operator can see what and why. */
export async function saveDeadLetters(store: Store, letters: readonly DeadLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await deadLetters.in(store.db).insertMany(
    letters.map(({ site, receivedAt, reason, body }) => ({
      site,
      receivedAt: new Date(receivedAt),
      reason: reason.slice(0, mostReasonChars),
      body: body.slice(0, mostBodyChars),
    })),
  );
}
