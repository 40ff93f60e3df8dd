/** A moment of a session with its place on the page: what a piece of evidence points at. */
export interface Spot {
  readonly tMs: number;
  /** Page px; null where the evidence has no place of its own. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** In words. */
  readonly label: string;
}

/** How far from its moment the replay may be while the spot is still marked, ms. */
const NEAR_MS = 1_500;

export function isNear(spot: Spot, atMs: number | null): boolean {
  return atMs !== null && Math.abs(atMs - spot.tMs) <= NEAR_MS;
}

/** `?spot=6040,400,700,Dead click on button#pay`; without a place `?spot=6040,,,Opened the page`. */
export function writeSpot({ tMs, at, label }: Spot): string {
  return [tMs, at?.x ?? '', at?.y ?? '', label].join(',');
}

/** @returns null where the address names none */
export function readSpot(text: string | undefined): Spot | null {
  const [, t, x, y, label] = /^(\d+),(-?\d*),(-?\d*),(.*)$/s.exec(text ?? '') ?? [];
  if (t === undefined || label === undefined) return null;
  const at = x && y ? { x: Number(x), y: Number(y) } : null;
  return { tMs: Number(t), at, label };
}
