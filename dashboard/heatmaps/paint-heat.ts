import { LINE_BREAK_MS } from '../trail/paint-trail.ts';
import type { SessionTrail, ViewTrail } from '../trail/view-trail.ts';
import type { HeatCell } from './heat-cell.ts';
import { heatStep, heatSteps } from './heat-scale.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Fills each cell with the flat colour of its step: one path a step, however many cells. Unit: page px. */
export function paintCells(
  context: Context,
  cells: readonly Pick<HeatCell, 'x' | 'y' | 'intensity'>[],
  gridSize: number,
  colors: readonly string[],
): void {
  context.globalAlpha = 0.88;
  const paths = Array.from({ length: heatSteps }, () => new Path2D());
  for (const { x, y, intensity } of cells)
    paths[heatStep(intensity)]?.rect(x, y, gridSize, gridSize);
  paths.forEach((path, step) => {
    context.fillStyle = colors[step] ?? '';
    context.fill(path);
  });
  context.globalAlpha = 1;
}

/** A horizontal band of the page, its heat from 0 to 1. */
export interface HeatBand {
  readonly fromPercent: number;
  readonly toPercent: number;
  readonly heat: number;
}

/** Fills the bands of a page of that size. Unit: page px. */
export function paintBands(
  context: Context,
  bands: readonly HeatBand[],
  page: { readonly width: number; readonly height: number },
  colors: readonly string[],
): void {
  context.globalAlpha = 0.88;
  for (const { fromPercent, toPercent, heat } of bands) {
    if (heat <= 0) continue;
    context.fillStyle = colors[heatStep(heat)] ?? '';
    const top = (fromPercent / 100) * page.height;
    context.fillRect(0, top, page.width, (toPercent / 100) * page.height - top);
  }
  context.globalAlpha = 1;
}

/** Draws real trails as thin lines over each other. Unit: page px; `lineWidth` in the same. */
export function paintTrails(
  context: Context,
  trails: readonly SessionTrail[],
  color: string,
  lineWidth: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.globalAlpha = 0.45;
  for (const session of trails) for (const trail of session.values()) strokeTrail(context, trail);
  context.globalAlpha = 1;
}

function strokeTrail(context: Context, { length, tMs, x, y }: ViewTrail): void {
  context.beginPath();
  for (let i = 0; i < length; i++) {
    const isBreak = i === 0 || (tMs[i] ?? 0) - (tMs[i - 1] ?? 0) > LINE_BREAK_MS;
    if (isBreak) context.moveTo(x[i] ?? 0, y[i] ?? 0);
    else context.lineTo(x[i] ?? 0, y[i] ?? 0);
  }
  context.stroke();
}
