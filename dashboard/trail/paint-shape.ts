import { linesOf, type ShapeBox } from './page-shape.ts';
import type { Palette } from './palette.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Paths {
  readonly strokes: Path2D;
  readonly pictures: Path2D;
  readonly bars: Path2D;
}

/** A shape is drawn in every frame of a replay, and never changes. */
const known = new WeakMap<readonly ShapeBox[], Paths>();

/**
 * Draws a page's shape: blocks and controls as hairlines, text as bars, pictures as filled boxes with a diagonal. Quiet enough for
 * what people did to be seen on it. One path a kind of stroke, however many boxes.
 *
 * @param linePx width of a hairline; unit of all: page px
 */
export function paintShape(
  context: Context,
  boxes: readonly ShapeBox[],
  colors: Palette,
  linePx: number,
): void {
  const paths = known.get(boxes) ?? makePaths(boxes);
  known.set(boxes, paths);
  context.globalAlpha = 1;
  context.fillStyle = colors.stage;
  context.fill(paths.pictures);
  context.fillStyle = colors.line;
  context.fill(paths.bars);
  context.strokeStyle = colors.line;
  context.lineWidth = linePx;
  context.stroke(paths.strokes);
}

function makePaths(boxes: readonly ShapeBox[]): Paths {
  const paths = { strokes: new Path2D(), pictures: new Path2D(), bars: new Path2D() };
  for (const box of boxes) addBox(box, paths);
  return paths;
}

const cornerPx = 6;

function addBox(box: ShapeBox, { strokes, pictures, bars }: Paths): void {
  const { kind, x, y, width, height } = box;
  switch (kind) {
    case 'BLOCK':
      strokes.rect(x, y, width, height);
      return;
    case 'CONTROL':
      strokes.roundRect(x, y, width, height, Math.min(cornerPx, width / 2, height / 2));
      return;
    case 'IMAGE':
      pictures.rect(x, y, width, height);
      strokes.rect(x, y, width, height);
      strokes.moveTo(x, y + height);
      strokes.lineTo(x + width, y);
      return;
    case 'TEXT':
    case 'HEADING':
      for (const bar of linesOf(box)) bars.rect(...bar);
  }
}
