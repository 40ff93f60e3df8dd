import type { LayerSet, Mark } from './mark.ts';
import type { Palette } from './palette.ts';
import type { ViewTransform } from './view-transform.ts';

/** Stage px. */
const CLICK_RADIUS = 8;
const RAGE_RADIUS = 12;
const CROSS_ARM = 4;
/** How long a click shows, in the replay, that it has just happened. */
const FRESH_MS = 500;

/**
 * Draws clicks as green circles, rage clicks as larger red ones, dead clicks with a cross in them, so
 * that none is told by its colour alone. The context's unit is stage px.
 *
 * @param atMs the replay's moment; null where the whole session shows
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  transform: ViewTransform,
  shown: LayerSet,
  colors: Palette,
  atMs: number | null,
): void {
  for (const mark of marks) {
    const x = mark.x * transform.scale + transform.x;
    const y = mark.y * transform.scale + transform.y;
    const age = atMs === null ? FRESH_MS : atMs - mark.tMs;
    const fresh = Math.max(0, 1 - age / FRESH_MS);
    if (mark.isRage && shown.has('rage'))
      paintCircle(context, x, y, RAGE_RADIUS + 8 * fresh, colors.rage);
    else if (!mark.isRage && shown.has('clicks'))
      paintCircle(context, x, y, CLICK_RADIUS + 6 * fresh, colors.click);
    if (mark.isDead && shown.has('dead')) paintCross(context, x, y, colors.dead);
  }
}

function paintCircle(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  color: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.globalAlpha = 0.2;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.stroke();
}

function paintCross(context: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  const arm = CROSS_ARM;
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}
