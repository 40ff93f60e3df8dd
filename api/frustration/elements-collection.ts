import { declareCounters } from '../store/counters.ts';

/**
 * What is counted of an element on a day: its clicks, the rage clicks among them (with and without those of
 * productive bursts), its dead clicks, its hovers.
 */
export type ElementKind = 'click' | 'rage' | 'anyRage' | 'dead' | 'hover';

/**
 * Sums of a site's elements: the id is `{ kind, route, element, day }`, where `element` is a `placeKey`, or a
 * `kindKey` for dead clicks. Only what happened has a document, so what is read for a list of rage areas grows with the
 * elements that were ever raged at, not with clicks.
 */
export const elements = declareCounters({
  name: 'elements',
  readBy: [
    ['kind', 'day'],
    ['kind', 'route', 'day'],
  ],
});

/** Who touched them, for exact counts of distinct people: the same id. */
export const elementPeople = declareCounters({
  name: 'elementPeople',
  readBy: [
    ['kind', 'route', 'element', 'day'],
    ['kind', 'day'],
  ],
});

/**
 * Which session met with what: the sessions behind each row. The id is
 * `{ kind, route, element, day, session, visitor }`, the sum `count`.
 */
export const encounters = declareCounters({
  name: 'encounters',
  owned: true,
  readBy: [['kind', 'route', 'element', 'day'], ['session'], ['visitor']],
});
