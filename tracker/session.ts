import type { Store } from './host.ts';
import { makeId } from './ids.ts';
import { prefix } from './store.ts';

/** A session ends after so long without activity, ms. */
const idleMs = 30 * 60_000;

export interface Ids {
  readonly visitor: string;
  readonly session: string;
  /** Not empty where the session is recorded: the share that is gets so when it begins. */
  readonly isChosen: string;
}

/**
 * Notes activity in the store, as `visitor.session.isChosen.date`, and gives the ids from now on: the same across a
 * site's tabs and pages, and a new session after 30 minutes in which none of them was active.
 *
 * @param share of the sessions that is recorded, 0..1
 */
export function touchSession(store: Store, now: number, share: number): Ids {
  let [visitor, session, isChosen = '', activeAt] = (store[prefix] ?? '').split('.');
  visitor ||= makeId(16);
  // A clock that was set back must not keep a session for ever.
  if (!session || Math.abs(now - Number(activeAt)) > idleMs) {
    session = makeId(16);
    isChosen = Math.random() < share ? '1' : '';
  }
  store[prefix] = [visitor, session, isChosen, now].join('.');
  return { visitor, session, isChosen };
}
