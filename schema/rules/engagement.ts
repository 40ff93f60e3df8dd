export type Engagement = 'very-high' | 'high' | 'medium' | 'low' | 'very-low';

/** An element has a hover insight with more merged records than this. */
export const HOVER_INSIGHT_RECORDS = 5;

/** Engagement with an element by its average hover: very high above 5,000 ms, high 3,000, medium 1,500, low 500. */
export function computeEngagement(averageMs: number): Engagement {
  if (averageMs > 5_000) return 'very-high';
  if (averageMs > 3_000) return 'high';
  if (averageMs > 1_500) return 'medium';
  return averageMs > 500 ? 'low' : 'very-low';
}
