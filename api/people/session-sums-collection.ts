import { declareCounters } from '../store/counters.ts';

/** `SessionSums` of the sessions that started on a day: the id is `{ day }`. */
export const sessionSums = declareCounters({ name: 'sessionSums', readBy: [['day']] });
