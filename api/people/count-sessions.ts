import type { Aggregate } from '../ingest/aggregate.ts';
import { sumNames, sumSession } from './session-sums.ts';
import { sessionSums } from './session-sums-collection.ts';

/** What statistics and the mouse pattern of all people are computed from. */
export const countSessions: Aggregate = {
  name: 'sessionSums',
  fromSession: ({ session, day }) => {
    const sums = sumSession(session);
    // One id for all: it is what the tally knows a document by.
    const id = { day };
    return sumNames
      .filter((field) => sums[field] !== 0)
      .map((field) => ({ collection: sessionSums.name, id, field, by: sums[field] }));
  },
};
