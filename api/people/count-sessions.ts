import type { Aggregate } from '../ingest/aggregate.ts';
import { sumNames, sumSession } from './session-sums.ts';
import { sessionSums } from './session-sums-collection.ts';

/** What statistics and the mouse pattern of all people are computed from. */
export const countSessions: Aggregate = {
  name: 'sessionSums',
  fromSession: ({ session, day }) => {
    const sums = sumSession(session);
    return sumNames
      .filter((field) => sums[field] !== 0)
      .map((field) => ({ collection: sessionSums.name, id: { day }, field, by: sums[field] }));
  },
};
