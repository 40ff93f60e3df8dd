import * as v from 'valibot';
import { cutText } from './text.ts';

/** From `min` to `max`, both included. */
export type Range = readonly [min: number, max: number];

/** The ranges that whole numbers on the wire keep to. */
export const ranges = {
  /** Milliseconds from the view's start, and durations: 24 days. */
  ms: [0, 2 ** 31],
  /** CSS px on a page. */
  px: [-1_000_000, 1_000_000],
  /** A width or height: browsers lay out no more than 2^25 px. */
  size: [0, 2 ** 25],
  count: [0, 2 ** 31],
  bits: [0, 2 ** 24 - 1],
  /** Milliseconds since 1970, in six bytes. */
  date: [1, 2 ** 48 - 1],
  flag: [0, 1],
} as const satisfies Record<string, Range>;

// Runs for every number of a batch, hence the plain comparison of bounds that are taken out of the range once.
const isWholeWithin = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

const say = (value: unknown): string =>
  typeof value === 'number' ? String(value) : value === undefined ? 'missing' : 'no number';

/** A whole number within a range: one step of valibot instead of a pipe of four, for speed. */
export function whole([min, max]: Range) {
  return v.custom<number>(
    (value) => isWholeWithin(value, min, max),
    (issue) => `is ${say(issue.input)}, not a whole number from ${min} to ${max}`,
  );
}

/** A column of whole numbers within a range, checked in one loop. */
export function column([min, max]: Range, maxLength: number) {
  const isValid = (value: unknown): boolean => {
    if (!Array.isArray(value) || value.length > maxLength) return false;
    for (let i = 0; i < value.length; i++) if (!isWholeWithin(value[i], min, max)) return false;
    return true;
  };
  return v.custom<readonly number[]>(isValid, ({ input }) => {
    if (!Array.isArray(input)) return 'is not a list of numbers';
    if (input.length > maxLength) return `has ${input.length} entries, the limit is ${maxLength}`;
    const at = input.findIndex((value) => !isWholeWithin(value, min, max));
    return `has ${say(input[at])} at ${at}, not a whole number from ${min} to ${max}`;
  });
}

/** A text that is cut where it is too long; empty where it is missing. */
export function text(maxChars: number) {
  return v.optional(
    v.pipe(
      v.string('is not a text'),
      v.transform((value) => cutText(value, maxChars)),
    ),
    '',
  );
}

/** An id of a fixed alphabet and length. */
export function id(pattern: RegExp, rule: string) {
  return v.custom<string>(
    (value) => typeof value === 'string' && pattern.test(value),
    `is not ${rule}`,
  );
}
