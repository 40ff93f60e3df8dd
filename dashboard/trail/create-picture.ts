import { type Accessor, createEffect, on, onCleanup } from 'solid-js';
import { paintSpot } from '../insights/paint-spot.ts';
import type { LayerSet, Mark } from './mark.ts';
import type { PageShape } from './page-shape.ts';
import { paintMarks } from './paint-marks.ts';
import { paintShape } from './paint-shape.ts';
import { paintPointer, paintSheet, paintWindow, type VisitorWindow } from './paint-stage.ts';
import type { Palette } from './palette.ts';
import { makeTrailPainter } from './trail-painter.ts';
import type { ViewTrail } from './view-trail.ts';
import type { Size, ViewTransform } from './view-transform.ts';

/** Everything that one frame shows. */
export interface Scene {
  readonly colors: Palette;
  readonly stage: Size;
  readonly transform: ViewTransform;
  readonly pixelRatio: number;
  readonly page: Size;
  readonly viewId: string;
  readonly shape: PageShape | null;
  readonly trail: ViewTrail;
  /** How many samples of the trail show. */
  readonly count: number;
  readonly marks: readonly Mark[];
  readonly layers: LayerSet;
  readonly atMs: number | null;
  readonly seen: VisitorWindow | null;
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** A place that is meant, page px. */
  readonly spot: { readonly x: number; readonly y: number } | null;
}

/** Time for the trail in a frame of 16 ms; the rest is the browser's. */
const PAINT_BUDGET_MS = 7;

/** Keeps a canvas showing the scene: at most one drawing a frame, none where nothing changed. */
export function createPicture(canvas: Accessor<HTMLCanvasElement>, scene: Accessor<Scene>): void {
  const painter = makeTrailPainter();
  let frame = 0;
  const paintFrame = () => {
    frame = 0;
    const now = scene();
    const context = canvas().getContext('2d', { alpha: false });
    if (!context || !now.stage.width) return;
    fitCanvas(canvas(), now.stage, now.pixelRatio);
    const inStagePx = () => context.setTransform(now.pixelRatio, 0, 0, now.pixelRatio, 0, 0);
    inStagePx();
    paintSheet(context, now.stage, now.page, now.transform, now.colors);
    paintPage(context, now);
    if (now.layers.has('trail')) {
      const picture = { ...now, color: now.colors.trail };
      if (!painter.work(picture, PAINT_BUDGET_MS)) frame = requestAnimationFrame(paintFrame);
      context.resetTransform();
      painter.draw(context, picture);
      inStagePx();
    }
    paintMarks(context, now.marks, now.transform, now.layers, now.colors, now.atMs);
    paintFront(context, now);
  };
  createEffect(
    on(scene, () => {
      if (!frame) frame = requestAnimationFrame(paintFrame);
    }),
  );
  onCleanup(() => cancelAnimationFrame(frame));
}

/** The page's shape, and the part of it that was on the visitor's screen. */
function paintPage(
  context: CanvasRenderingContext2D,
  { shape, seen, page, transform, colors, pixelRatio }: Scene,
): void {
  if (shape) {
    const { scale, x, y } = transform;
    const ratio = pixelRatio * scale;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, pixelRatio * x, pixelRatio * y);
    context.beginPath();
    context.rect(0, 0, page.width, page.height);
    context.clip();
    paintShape(context, shape.boxes, colors, 1 / scale);
    context.restore();
  }
  if (seen) paintWindow(context, seen, transform, colors, page);
}

/** What lies over everything else. */
function paintFront(
  context: CanvasRenderingContext2D,
  { spot, pointer, transform, colors }: Scene,
): void {
  if (spot) paintSpot(context, spot, transform, colors);
  if (pointer) paintPointer(context, pointer, transform, colors);
}

function fitCanvas(canvas: HTMLCanvasElement, stage: Size, pixelRatio: number): void {
  const width = Math.round(stage.width * pixelRatio);
  const height = Math.round(stage.height * pixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
