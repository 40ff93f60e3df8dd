import { declareCounters } from '../store/counters.ts';

/** Sums of a site and a day (of its own time zone): the id is `{ site, day }`. */
export const days = declareCounters({ name: 'days', readBy: [['day']] });
