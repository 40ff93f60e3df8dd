import { limits } from '../schema/limits.ts';

/** Bytes that a sample of movement takes on the wire at most. */
export const moveBytes = 11;

/** Bytes that an event or an element takes at most, so that nothing need be packed to be measured. */
export const countBytes = (fields: readonly (number | string)[]): number =>
  fields.reduce(
    (sum: number, field) => sum + (typeof field === 'string' ? 3 + 3 * field.length : 6),
    15,
  );

/** Bytes for all of these in one batch; the rest of it is the header's. */
export const contentBudget: number = limits.batchBytes - 250;
