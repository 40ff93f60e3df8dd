import type { Stage } from './create-stage.ts';
import { fitPage, panBy, type Size, zoomAt } from './view-transform.ts';

const PAN_STEP_PX = 60;
const ZOOM_STEP = 1.25;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface StageInput {
  readonly zoomBy: (factor: number, at?: Point) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onWheel: (event: WheelEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
}

/**
 * Dragging pans, two fingers or Ctrl + wheel zoom (a plain wheel scrolls the dashboard, as everywhere), a press
 * without a drag picks. Arrows, `+`, `-` and `0` do the same from the keyboard.
 */
export function makeStageInput(
  stage: Stage,
  page: () => Size,
  onPick: (at: Point) => void,
): StageInput {
  const least = () => Math.min(fitPage(page(), stage.size()).scale, 0.2);
  const middle = () => ({ x: stage.size().width / 2, y: stage.size().height / 2 });
  const zoomBy = (factor: number, at = middle()) =>
    stage.move((transform) => zoomAt(transform, factor, at, least()));
  const pan = (dx: number, dy: number) => stage.move((transform) => panBy(transform, dx, dy));

  const keys: Record<string, () => void> = {
    ArrowLeft: () => pan(PAN_STEP_PX, 0),
    ArrowRight: () => pan(-PAN_STEP_PX, 0),
    ArrowUp: () => pan(0, PAN_STEP_PX),
    ArrowDown: () => pan(0, -PAN_STEP_PX),
    '+': () => zoomBy(ZOOM_STEP),
    '=': () => zoomBy(ZOOM_STEP),
    '-': () => zoomBy(1 / ZOOM_STEP),
    '0': () => stage.reset(),
  };

  const pointers = new Map<number, Point>();
  let moved = 0;
  return {
    zoomBy,
    onKeyDown(event) {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    onWheel(event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 200), place(event));
    },
    onPointerDown(event) {
      if (event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, place(event));
    },
    onPointerMove(event) {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = place(event);
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      pointers.set(event.pointerId, now);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) zoomBy(distance(now, other) / Math.max(1, distance(before, other)), other);
      else pan(now.x - before.x, now.y - before.y);
    },
    onPointerUp(event) {
      const at = pointers.get(event.pointerId);
      pointers.delete(event.pointerId);
      if (at && moved < 4 && event.type === 'pointerup') onPick(at);
    },
  };
}

function place(event: PointerEvent | WheelEvent): Point {
  return { x: event.offsetX, y: event.offsetY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
