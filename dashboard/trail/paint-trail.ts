import type { ViewTrail } from './view-trail.ts';
import type { ViewTransform } from './view-transform.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface Brush {
  readonly transform: ViewTransform;
  readonly pixelRatio: number;
  readonly color: string;
}

/** Stage px. */
const DOT_RADIUS = 2;
/** Dots nearer than this to the one before would only make it darker. */
const APART = 0.7;
/** Over a longer pause the pointer may have been anywhere: no line is drawn. */
export const LINE_BREAK_MS = 1_000;

/** Draws samples `from` (inclusive) to `to` (exclusive): a thin line, and a semi-transparent dot on each sample. */
export function paintSamples(
  context: Context,
  trail: ViewTrail,
  from: number,
  to: number,
  brush: Brush,
): void {
  paintLine(context, trail, from, to, brush);
  paintDots(context, trail, from, to, brush);
}

function paintLine(
  context: Context,
  trail: ViewTrail,
  from: number,
  to: number,
  { transform, pixelRatio, color }: Brush,
): void {
  const scale = transform.scale * pixelRatio;
  const left = transform.x * pixelRatio;
  const top = transform.y * pixelRatio;
  context.globalAlpha = 0.4;
  context.strokeStyle = color;
  context.lineWidth = pixelRatio;
  context.lineJoin = 'bevel';
  context.beginPath();
  for (let i = Math.max(0, from - 1); i < to; i++) {
    const x = (trail.x[i] ?? 0) * scale + left;
    const y = (trail.y[i] ?? 0) * scale + top;
    const isBreak = i === 0 || (trail.tMs[i] ?? 0) - (trail.tMs[i - 1] ?? 0) > LINE_BREAK_MS;
    if (isBreak || i < from) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

function paintDots(
  context: Context,
  trail: ViewTrail,
  from: number,
  to: number,
  { transform, pixelRatio, color }: Brush,
): void {
  const scale = transform.scale * pixelRatio;
  const radius = DOT_RADIUS * pixelRatio;
  const { width, height } = context.canvas;
  const dot = dotImage(color, radius);
  const half = dot.width / 2;
  let lastX = Number.NEGATIVE_INFINITY;
  let lastY = lastX;
  context.globalAlpha = 1;
  for (let i = from; i < to; i++) {
    const x = (trail.x[i] ?? 0) * scale + transform.x * pixelRatio;
    const y = (trail.y[i] ?? 0) * scale + transform.y * pixelRatio;
    if (Math.abs(x - lastX) < APART && Math.abs(y - lastY) < APART) continue;
    if (x < -half || y < -half || x > width + half || y > height + half) continue;
    context.drawImage(dot, Math.round(x - half), Math.round(y - half));
    lastX = x;
    lastY = y;
  }
}

const dots = new Map<string, OffscreenCanvas>();

/** One dot, drawn once: copying it is many times faster than an arc a sample. */
function dotImage(color: string, radius: number): OffscreenCanvas {
  const key = `${color} ${radius}`;
  const known = dots.get(key);
  if (known) return known;
  const side = Math.ceil(radius * 2) + 2;
  const image = new OffscreenCanvas(side, side);
  const context = image.getContext('2d');
  if (context) {
    context.globalAlpha = 0.55;
    context.fillStyle = color;
    context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    context.fill();
  }
  dots.set(key, image);
  return image;
}
