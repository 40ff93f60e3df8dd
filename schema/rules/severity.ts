export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** An element is a rage-click area with more rage clicks than this. */
export const RAGE_AREA_CLICKS = 3;

/** How bad a rage-click area is, by its rage clicks: critical above 50, high above 20, medium above 10, else low. */
export function computeSeverity(rageClicks: number): Severity {
  if (rageClicks > 50) return 'critical';
  if (rageClicks > 20) return 'high';
  return rageClicks > 10 ? 'medium' : 'low';
}
