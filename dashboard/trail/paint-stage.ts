import type { Palette } from './palette.ts';
import type { Size, ViewTransform } from './view-transform.ts';

/** Draws the page as an empty sheet, and the part of it that was on the visitor's screen, where known. Unit: stage px. */
export function paintSheet(
  context: CanvasRenderingContext2D,
  stage: Size,
  page: Size,
  transform: ViewTransform,
  colors: Palette,
): void {
  context.globalAlpha = 1;
  context.fillStyle = colors.stage;
  context.fillRect(0, 0, stage.width, stage.height);
  context.fillStyle = colors.sheet;
  context.strokeStyle = colors.line;
  context.lineWidth = 1;
  context.beginPath();
  context.rect(
    Math.round(transform.x) + 0.5,
    Math.round(transform.y) + 0.5,
    Math.round(page.width * transform.scale),
    Math.round(page.height * transform.scale),
  );
  context.fill();
  context.stroke();
}

/** The visitor's window on the page, in page px. */
export interface VisitorWindow extends Size {
  readonly top: number;
}

/** Draws the edge of the window, and lets the rest of the page step back. */
export function paintWindow(
  context: CanvasRenderingContext2D,
  seen: VisitorWindow,
  transform: ViewTransform,
  colors: Palette,
  page: Size,
): void {
  const { scale, x, y } = transform;
  const rest = new Path2D();
  rest.rect(x, y, page.width * scale, page.height * scale);
  rest.rect(x, seen.top * scale + y, seen.width * scale, seen.height * scale);
  context.globalAlpha = 0.6;
  context.fillStyle = colors.stage;
  context.fill(rest, 'evenodd');
  context.globalAlpha = 0.5;
  context.strokeStyle = colors.pointer;
  context.lineWidth = 1;
  context.strokeRect(
    Math.round(x) + 0.5,
    Math.round(seen.top * scale + y) + 0.5,
    Math.round(seen.width * scale),
    Math.round(seen.height * scale),
  );
  context.globalAlpha = 1;
}

/** The pointer, as an arrow of stage px. */
export function paintPointer(
  context: CanvasRenderingContext2D,
  point: { readonly x: number; readonly y: number },
  transform: ViewTransform,
  colors: Palette,
): void {
  context.save();
  context.translate(
    point.x * transform.scale + transform.x,
    point.y * transform.scale + transform.y,
  );
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(0, 17);
  context.lineTo(4.6, 12.8);
  context.lineTo(11.5, 12.6);
  context.closePath();
  context.fillStyle = colors.pointer;
  context.fill();
  context.strokeStyle = colors.sheet;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}
