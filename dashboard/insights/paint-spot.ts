import type { Palette } from '../trail/palette.ts';
import type { ViewTransform } from '../trail/view-transform.ts';

/** Stage px. */
const RADIUS = 26;
const TICK = 10;

/** Marks a place as what is meant: a ring with four ticks around it, unlike any click. The context's unit is stage px. */
export function paintSpot(
  context: CanvasRenderingContext2D,
  at: { readonly x: number; readonly y: number },
  transform: ViewTransform,
  colors: Palette,
): void {
  const x = at.x * transform.scale + transform.x;
  const y = at.y * transform.scale + transform.y;
  context.globalAlpha = 1;
  for (const [width, color] of [
    [6, colors.sheet],
    [2.5, colors.trail],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = color;
    context.beginPath();
    context.arc(x, y, RADIUS, 0, 2 * Math.PI);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      context.moveTo(x + dx * RADIUS, y + dy * RADIUS);
      context.lineTo(x + dx * (RADIUS + TICK), y + dy * (RADIUS + TICK));
    }
    context.stroke();
  }
}
