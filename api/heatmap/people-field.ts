import { parseGapField } from '../touches/gap.ts';

/** Days that a gap may span and still share a number with its cell: more than eleven years, and data is kept for less. */
export const GAP_LIMIT = 4096;

/** A sum's name of `heatPeople` as numbers. */
export function splitGapField(name: string): { readonly cell: number; readonly gap: number } {
  const { cell, gap } = parseGapField(name);
  return { cell: Number(cell), gap: Math.min(gap, GAP_LIMIT - 1) };
}

/**
 * The gap of a touch seen from the first day of a span that it lies in.
 *
 * @param into days from the span's first
 * @returns null where the touch before lies in the span too: then that one counts for the whole span
 */
export function spanGap(gap: number, into: number): number | null {
  if (gap === 0) return 0;
  return gap > into ? gap - into : null;
}
