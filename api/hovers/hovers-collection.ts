import { declareCounters } from '../store/counters.ts';

/**
 * Merged hovers: one a visitor, session, page and element, in which durations and counts add up. The id is
 * `{ route, element, day, session, visitor }` (`element` a `placeKey`, `day` that of the session's start), the sums are
 * `durationMs`, `count`, and `clicked`: how many of the hovers ended in a click.
 */
export const hovers = declareCounters({
  name: 'hovers',
  owned: true,
  readBy: [['route', 'day'], ['route', 'element', 'day'], ['session'], ['visitor']],
});
