/** A share in percent, 0..100; 0 where there is nothing to have a share in. */
export function computeRate(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0;
}
