import { linesOf, type ShapeBox } from './page-shape.ts';
import type { Palette } from './palette.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

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
  const [strokes, pictures, bars] = [new Path2D(), new Path2D(), new Path2D()];
  for (const box of boxes) addBox(box, strokes, pictures, bars);
  context.globalAlpha = 1;
  context.fillStyle = colors.stage;
  context.fill(pictures);
  context.fillStyle = colors.line;
  context.fill(bars);
  context.strokeStyle = colors.line;
  context.lineWidth = linePx;
  context.stroke(strokes);
}

const cornerPx = 6;

function addBox(box: ShapeBox, strokes: Path2D, pictures: Path2D, bars: Path2D): void {
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
