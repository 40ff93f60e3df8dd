/** A pause of more than this between two samples of movement is a hesitation, ms. */
const HESITATION_MS = 500;

/**
 * Whether the pointer hesitated: a gap of strictly more than 500 ms between two consecutive samples. There is no
 * upper limit: a minute without movement is one hesitation too, so segments are always hesitations + 1.
 */
export function isHesitation(gapMs: number): boolean {
  return gapMs > HESITATION_MS;
}
