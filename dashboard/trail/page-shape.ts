/** A page's shape, as the API tells it: boxes of its elements. */
export interface PageShape {
  readonly recordedAt: string;
  readonly viewId: string;
  /** px; so are all sizes. */
  readonly viewportWidth: number;
  readonly documentWidth: number;
  readonly documentHeight: number;
  readonly boxes: readonly ShapeBox[];
}

export interface ShapeBox {
  readonly kind: 'BLOCK' | 'TEXT' | 'HEADING' | 'IMAGE' | 'CONTROL';
  /** Page px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle, page px. */
export type Bar = readonly [x: number, y: number, width: number, height: number];

const usualLinePx = 24;
/** Of a line, the part that letters take. */
const letters = 0.4;

/** Text as bars, one a line: nobody told how many lines there are, so they are as high as lines mostly are. */
export function linesOf({ kind, x, y, width, height }: ShapeBox): Bar[] {
  const usual = kind === 'HEADING' ? 2 * usualLinePx : usualLinePx;
  const count = Math.max(1, Math.round(height / usual));
  const line = height / count;
  const bar = Math.min(line, usual) * letters;
  return Array.from({ length: count }, (_, i): Bar => {
    // The last line of a paragraph is seldom full.
    const share = count > 1 && i === count - 1 ? 0.6 : 1;
    return [x, y + i * line + (line - bar) / 2, width * share, bar];
  });
}
