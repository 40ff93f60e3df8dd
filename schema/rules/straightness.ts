/**
 * Straightness of a movement, also called path efficiency: displacement D divided by path length L
 * (Batschelet 1981; Benhamou 2004, J. Theor. Biol. 229).
 *
 * @param displacementPx straight line from the first to the last position
 * @param pathPx length of the way travelled
 * @returns 0 (came back to the start) to 1 (a straight line); `null` where the pointer did not move
 */
export function computeStraightness(displacementPx: number, pathPx: number): number | null {
  return pathPx === 0 ? null : displacementPx / pathPx;
}
