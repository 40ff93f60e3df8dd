import type { Fact, MovesFact } from '../fold/fact.ts';
import { declareCollection } from './collection.ts';

/** The public event types. */
export type EventType =
  | 'MOUSE_MOVE'
  | 'CLICK'
  | 'RAGE_CLICK'
  | 'DEAD_CLICK'
  | 'HOVER'
  | 'SCROLL'
  | 'NAVIGATION'
  | 'VISIBILITY'
  | 'KEYBOARD'
  | 'FORM'
  | 'ERROR'
  | 'CUSTOM';

/** A fact that holds now, one document each, but for those that lie in batches. Derived: `rebuild` makes the same again. */
export interface EventDocument {
  /** Site, session, view and key: it is known beforehand, so it takes the place of a unique index. */
  _id: string;
  site: string;
  session: string;
  visitor: string;
  view: string;
  /** The fact's key, unique in its view. */
  key: string;
  /** A click may be three types at once; a burst, a thrash or a page's shape is none. */
  types: EventType[];
  at: Date;
  url: string;
  route: string;
  fact: Exclude<Fact, MovesFact>;
  /** The session's version that last wrote it. */
  version: number;
}

export const events = declareCollection<EventDocument>({
  name: 'events',
  indexes: [
    { key: { site: 1, session: 1, at: 1, view: 1, key: 1 } },
    // What came since: a session that is watched asks up to four times a second.
    { key: { site: 1, session: 1, version: 1 } },
    { key: { site: 1, types: 1, at: 1, session: 1, view: 1, key: 1 } },
    { key: { site: 1, visitor: 1, at: 1, session: 1, view: 1, key: 1 } },
    // A page's clicks: for heatmaps of grids and widths that no sums are kept for.
    { key: { site: 1, route: 1, types: 1, at: 1 } },
    // A page's shapes, by the width that each stands for.
    {
      key: { site: 1, route: 1, 'fact.band': 1, at: -1, session: -1, view: -1, 'fact.seq': -1 },
      partialFilterExpression: { 'fact.kind': 'wireframe' },
    },
  ],
  shardKey: { site: 1, session: 1 },
  retention: 'with-session',
});
