import { Pointer } from '../wire/events.ts';

/** Below so many clicks there is no precision to speak of. */
const FEWEST_CLICKS = 5;
/** Offsets are kept in hundredths of a px. */
const OFFSETS_PER_PX = 100;

/**
 * Where clicks fell beside the middle of their element, as sums over clicks: whole hundredths of a px, so that they add up
 * over views and sessions in any order, and taking a click back leaves no rounding behind.
 */
export interface OffsetSums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  /** Of the squares. */
  readonly xx: number;
  readonly yy: number;
}

export const noOffsets: OffsetSums = { n: 0, x: 0, y: 0, xx: 0, yy: 0 };

/** One click as it is measured. */
export interface MeasuredClick {
  /** Place within the element, ten-thousandths of its side from the left and the top. */
  readonly elementXMyriad: number;
  readonly elementYMyriad: number;
  /** px; 0 where there is no element. */
  readonly elementWidth: number;
  readonly elementHeight: number;
  /** A `Pointer` code. */
  readonly pointer: number;
}

/** One click's share of the sums; nothing where it has no place in an element (keyboard, no element, no box). */
export function measureOffset(click: MeasuredClick): OffsetSums {
  const hasBox = click.elementWidth > 0 && click.elementHeight > 0;
  if (!hasBox || click.pointer === Pointer.keyboard) return noOffsets;
  const x = computeOffset(click.elementXMyriad, click.elementWidth);
  const y = computeOffset(click.elementYMyriad, click.elementHeight);
  return { n: 1, x, y, xx: x * x, yy: y * y };
}

function computeOffset(myriad: number, sidePx: number): number {
  // `+ 0`: no negative zero, which would show in stored documents.
  return Math.round(((myriad - 5_000) * sidePx * OFFSETS_PER_PX) / 10_000) + 0;
}

/** @param sign -1 takes `b` away */
export function addOffsets(a: OffsetSums, b: OffsetSums, sign: 1 | -1 = 1): OffsetSums {
  return {
    n: a.n + sign * b.n,
    x: a.x + sign * b.x,
    y: a.y + sign * b.y,
    xx: a.xx + sign * b.xx,
    yy: a.yy + sign * b.yy,
  };
}

/**
 * Click precision: 100 − min((sd x + sd y) / 2, 100), the sample standard deviations (n − 1) of the offsets in px. Of offsets
 * from the element's middle, since the spread of positions over a page says nothing of precision.
 *
 * @returns 0..100; `null` below 5 clicks
 */
export function computeClickPrecision(offsets: OffsetSums): number | null {
  const { n } = offsets;
  if (n < FEWEST_CLICKS) return null;
  const sdX = computeSampleSd(n, offsets.x, offsets.xx);
  const sdY = computeSampleSd(n, offsets.y, offsets.yy);
  return 100 - Math.min((sdX + sdY) / 2 / OFFSETS_PER_PX, 100);
}

/** From Σ and Σ² without loss: n·Σ² and (Σ)² may both be past the whole numbers that a double can hold. */
function computeSampleSd(n: number, sum: number, sumOfSquares: number): number {
  const spread = BigInt(n) * BigInt(sumOfSquares) - BigInt(sum) ** 2n;
  return Math.sqrt(Number(spread) / (n * (n - 1)));
}
