/**
 * Whether the shapes of a session's pages are told: in one of ten, unless the site says otherwise. Its id, 16 digits and letters by
 * chance, is the lot: the same on every page of the session, and nothing more to store.
 *
 * @param rate share of the sessions, 0..1
 */
export const hasWireframes = (session: string, rate = 0.1): boolean =>
  1 - parseInt(session, 36) / 36 ** 16 < rate;
