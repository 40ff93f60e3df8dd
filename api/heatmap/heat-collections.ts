import type { Binary } from 'mongodb';
import { type CounterDocument, type DeclaredCounters, declareCounters } from '../store/counters.ts';
import { GAP_LIMIT, spanGap, splitGapField } from './people-field.ts';

/**
 * Counts of one page, layer, device class, viewport-width band and day: the id is `{ route, layer, device, band, day, member }`.
 * A member is a tile of 32 × 32 cells of 10 px (MOVES, CLICKS, RAGE, DEAD: sums are counts by cell), `bands` (ATTENTION: ms by
 * band of depth), `width` or `height` (SIZE: ms on screen by tens of px), or an element (E_CLICKS, E_RAGE, E_DEAD: counts by cell
 * of a 20 × 20 grid over its box).
 */
export const heat = declareCounters({
  name: 'heat',
  readBy: [['route', 'layer', 'day'], ['day']],
});

/**
 * Touches by gap: the id is `{ route, layer, scope, grid, day, tile }`, a sum `<cell>_<gap>` counts visitors whose touch before was
 * `gap` days earlier (0: none).
 */
export const heatPeople = declareCounters({
  name: 'heatPeople',
  readBy: [['route', 'layer', 'scope', 'grid', 'day'], ['day']],
});

/** Closed days and months of the two above, all members of a group in one document: see `compact.ts`. */
export const heatPacked = declareCounters({
  name: 'heatPacked',
  readBy: [
    ['route', 'layer', 'span', 'day'],
    ['span', 'day'],
  ],
});
export const heatPeoplePacked = declareCounters({
  name: 'heatPeoplePacked',
  readBy: [
    ['route', 'layer', 'scope', 'grid', 'span', 'day'],
    ['span', 'day'],
  ],
});

/**
 * What a packed document holds: a closed day; a closed day that is part of its month's document as well; a closed month
 * (`day` is its first).
 */
export type Span = 'day' | 'sealed' | 'month';

export interface PackedDocument extends CounterDocument {
  span: Span;
  day: number;
  packed: Binary;
}

/** Counters that are packed once their day is over. */
export interface Compactable {
  readonly open: DeclaredCounters;
  readonly packed: DeclaredCounters;
  /** The id's fields that a packed document stands for one value of. */
  readonly groupBy: readonly string[];
  readonly member: string;
  /** A sum's name as a number. */
  readonly toField: (name: string) => number;
  /** A day's field as the field of its month; null where it doesn't count there. `into`: days from the month's first. */
  readonly toMonthField: (field: number, into: number) => number | null;
}

export const heatCounts: Compactable = {
  open: heat,
  packed: heatPacked,
  groupBy: ['route', 'layer', 'device', 'band'],
  member: 'member',
  toField: Number,
  toMonthField: (field) => field,
};

/** A month counts the first touch of each visitor in it, with the gap from the month's first day. */
export const peopleCounts: Compactable = {
  open: heatPeople,
  packed: heatPeoplePacked,
  groupBy: ['route', 'layer', 'scope', 'grid'],
  member: 'tile',
  toField: (name) => {
    const { cell, gap } = splitGapField(name);
    return cell * GAP_LIMIT + gap;
  },
  toMonthField: (field, into) => {
    const gap = spanGap(field % GAP_LIMIT, into);
    return gap === null ? null : field - (field % GAP_LIMIT) + gap;
  },
};
