import { createMemo } from 'solid-js';
import { isDark } from '../frame/theme.ts';
import { createCamera } from './create-camera.ts';
import { createPicture } from './create-picture.ts';
import { createStage } from './create-stage.ts';
import { lowestOf } from './lowest.ts';
import { isMarkShown, type LayerSet, type Mark, markNear } from './mark.ts';
import type { PageShape } from './page-shape.ts';
import type { VisitorWindow } from './paint-stage.ts';
import { palette } from './palette.ts';
import { makeStageInput } from './stage-input.ts';
import { pointerAt, samplesUntil, type ViewTrail } from './view-trail.ts';
import { type Size, toPage } from './view-transform.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import './trail-canvas.css';

const PICK_REACH_PX = 16;

interface Props {
  readonly viewId: string;
  readonly page: Size;
  /** Of the visitor's window, page px. */
  readonly viewportHeight: number;
  /** null where it is not known. */
  readonly shape: PageShape | null;
  readonly trail: ViewTrail;
  readonly marks: readonly Mark[];
  readonly layers: LayerSet;
  /** The replay's moment; null where all of the view shows. */
  readonly atMs: number | null;
  /** What of the page was on the visitor's screen at that moment. */
  readonly seen: VisitorWindow | null;
  /** A place to mark and to bring into sight, page px. */
  readonly spot: { readonly x: number; readonly y: number } | null;
  /** What the picture shows, in words. */
  readonly label: string;
  readonly onPick: (mark: Mark) => void;
}

/** One page view's trail and clicks over the page's shape; to drag, zoom and press. */
export function TrailCanvas(props: Props) {
  let box!: HTMLDivElement;
  let canvas!: HTMLCanvasElement;
  const page = () => props.page;
  const lowestPx = createMemo(() => lowestOf(props.trail, props.marks, props.viewportHeight));
  const stage = createStage(() => box, page, lowestPx);
  const marks = createMemo(() => {
    const { atMs, layers } = props;
    return props.marks.filter(
      (mark) => isMarkShown(mark, layers) && (atMs === null || mark.tMs <= atMs),
    );
  });
  const input = makeStageInput(stage, page, (at) => {
    const reach = PICK_REACH_PX / stage.transform().scale;
    const mark = markNear(marks(), toPage(stage.transform(), at), reach);
    if (mark) props.onPick(mark);
  });
  const pointer = createMemo(() =>
    props.atMs === null ? null : pointerAt(props.trail, props.atMs),
  );
  createCamera(stage, {
    viewId: () => props.viewId,
    pointer,
    seen: () => props.seen,
    spot: () => props.spot,
  });
  const scene = createMemo(() => ({
    colors: palette(isDark()),
    stage: stage.size(),
    transform: stage.transform(),
    pixelRatio: stage.pixelRatio(),
    page: props.page,
    viewId: props.viewId,
    shape: props.shape,
    trail: props.trail,
    count: props.atMs === null ? props.trail.length : samplesUntil(props.trail, props.atMs),
    marks: marks(),
    layers: props.layers,
    atMs: props.atMs,
    seen: props.seen,
    pointer: pointer(),
    spot: props.spot,
  }));
  createPicture(() => canvas, scene);
  return (
    <div class="trail-stage" ref={box}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={props.label}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
        tabindex={0}
        data-zoomed={stage.transform().scale > 1 ? '' : undefined}
        onKeyDown={input.onKeyDown}
        onPointerDown={input.onPointerDown}
        onPointerMove={input.onPointerMove}
        onPointerUp={input.onPointerUp}
        onPointerCancel={input.onPointerUp}
        on:wheel={{ handleEvent: input.onWheel, passive: false }}
      />
      <ZoomButtons onZoom={input.zoomBy} onFit={stage.reset} />
    </div>
  );
}
