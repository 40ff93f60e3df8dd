import { declareCounters } from '../store/counters.ts';

/** The route under which the whole site is counted. */
export const WHOLE_SITE = '';

/** Sums of a page; events count in their own hour, sessions and what is known of them as a whole in that of their start. */
export type PageSum =
  | 'views'
  | 'clicks'
  | 'rageClicks'
  | 'deadClicks'
  | 'sessions'
  /** Sessions that had a mouse. */
  | 'mouseSessions'
  /** Of those: the sessions' average speeds, millionths of a px/s. */
  | 'speed'
  /** Views of these sessions, with the time on the page (ms) and the deepest scroll (hundredths of a percent) of each. */
  | 'visits'
  | 'timeMs'
  | 'depth';

/** Sums of a page (a route) by device class and day: the id is `{ route, device, day }`. */
export const pages = declareCounters({
  name: 'pages',
  readBy: [
    ['day', 'route'],
    ['route', 'day'],
  ],
});

/** The same by the hour: a sum's name ends in the local hour, `clicks_13`. */
export const pageHours = declareCounters({ name: 'pageHours', readBy: [['route', 'day']] });

/**
 * Who was there: touches, by `{ route, day }`; a cell is a device class or `ANY`, alone for the day, and with an hour
 * (`ANYh13`) for each hour of it.
 */
export const pagePeople = declareCounters({
  name: 'pagePeople',
  readBy: [['route', 'day'], ['day']],
});
