import type { WithId } from 'mongodb';
import type { SessionDocument } from '../store/sessions.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { ViewDocument } from './view-document.ts';

/** A session with its views, as a commit of this process left them. */
export interface KnownSession {
  readonly session: Stored<SessionDocument>;
  /** All of them; `state` and `tip` in those of `folded` alone. */
  readonly views: readonly Stored<ViewDocument>[];
  readonly folded: ReadonlySet<string>;
}

/** A batch every 2 s from each: more than one process can take in. */
const mostSessions = 3_000;

type Version = WithId<Pick<SessionDocument, 'version'>>;
type Place = WithId<Pick<ViewDocument, 'view' | 'foldedTo' | 'laterSeqs'>>;

/**
 * Whether a session is as it was left. Every change of it raises its version, but for a batch of a view without its first one that
 * was taken in while the session began elsewhere: so the views are compared too, each by how it is stored.
 */
export function isStill(
  { session, views }: KnownSession,
  now: Version | undefined,
  places: readonly Place[],
): boolean {
  if (!now || now.version !== session.version || !session._id?.equals(now._id)) return false;
  const known = new Map(views.map((view) => [view.view, view]));
  return (
    places.length === views.length && places.every((place) => isSame(known.get(place.view), place))
  );
}

function isSame(view: Stored<ViewDocument> | undefined, { _id, foldedTo, laterSeqs }: Place) {
  return (
    view?._id?.equals(_id) &&
    view.foldedTo === foldedTo &&
    view.laterSeqs.length === laterSeqs.length &&
    view.laterSeqs.every((seq, i) => seq === laterSeqs[i])
  );
}

/**
 * The sessions that a committer wrote last, so that their next batches need not read and unpack them again. An entry is of use
 * for as long as `isStill` says so of what the transaction sees.
 */
export class SessionCache {
  readonly #known = new Map<string, KnownSession>();

  find(key: string): KnownSession | null {
    return this.#known.get(key) ?? null;
  }

  /** Only for what has been committed. Of views that were not touched only the numbers are kept: most are over. */
  remember(
    key: string,
    session: Stored<SessionDocument>,
    touched: readonly Stored<ViewDocument>[],
    others: readonly Stored<ViewDocument>[],
  ): void {
    this.#known.delete(key);
    this.#known.set(key, {
      session,
      views: [...others.map((view) => ({ ...view, state: null, tip: null })), ...touched],
      folded: new Set(touched.map(({ view }) => view)),
    });
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostSessions && oldest !== undefined) this.#known.delete(oldest);
  }
}
