import { createEffect, createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import { isDark } from '../frame/theme.ts';
import type { PageShape } from '../trail/page-shape.ts';
import { paintShape } from '../trail/paint-shape.ts';
import { palette } from '../trail/palette.ts';
import type { SessionTrail } from '../trail/view-trail.ts';
import { type CellPlace, cellAt, type HeatCell, nextCell } from './heat-cell.ts';
import { heatColors } from './heat-scale.ts';
import { type HeatBand, paintBands, paintCells, paintTrails } from './paint-heat.ts';

interface Props {
  /** px. */
  readonly page: { readonly width: number; readonly height: number };
  /** null where it is not known. */
  readonly shape: PageShape | null;
  readonly gridSize: number;
  readonly cells: readonly HeatCell[];
  readonly bands: readonly HeatBand[];
  readonly trails: readonly SessionTrail[];
  readonly cell: CellPlace | null;
  /** What the picture shows, in words. */
  readonly label: string;
  readonly onCell: (cell: CellPlace) => void;
  /** The cell under the pointer; null where it is elsewhere. */
  readonly onPoint: (cell: CellPlace | null) => void;
}

/** A phone's page is not blown up to a desk's width. */
const mostScale = 1.5;

/** The heat over the page's shape, as wide as there is room. Arrows walk from cell to cell. */
export function HeatCanvas(props: Props) {
  let canvas!: HTMLCanvasElement;
  const [width, setWidth] = createSignal(0);
  onMount(() => {
    const observer = new ResizeObserver(() => setWidth(canvas.clientWidth));
    observer.observe(canvas);
    onCleanup(() => observer.disconnect());
  });
  const scale = createMemo(() => (width() * devicePixelRatio) / props.page.width);

  createEffect(() => {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context || !width()) return;
    const colors = palette(isDark());
    canvas.width = Math.round(props.page.width * scale());
    canvas.height = Math.round(props.page.height * scale());
    context.setTransform(scale(), 0, 0, scale(), 0, 0);
    context.fillStyle = colors.sheet;
    context.fillRect(0, 0, props.page.width, props.page.height);
    if (props.shape) paintShape(context, props.shape.boxes, colors, devicePixelRatio / scale());
    paintBands(context, props.bands, props.page, heatColors(isDark()));
    paintCells(context, props.cells, props.gridSize, heatColors(isDark()));
    paintTrails(context, props.trails, colors.trail, devicePixelRatio / scale());
    if (!props.cell) return;
    context.strokeStyle = colors.pointer;
    context.lineWidth = 2 / (scale() / devicePixelRatio);
    context.strokeRect(props.cell.x, props.cell.y, props.gridSize, props.gridSize);
  });

  const cellUnder = (event: MouseEvent) => {
    const ratio = props.page.width / Math.max(1, width());
    return cellAt({ x: event.offsetX * ratio, y: event.offsetY * ratio }, props.gridSize);
  };
  const walk = (event: KeyboardEvent) => {
    const [hottest] = props.cells;
    if (!event.key.startsWith('Arrow') || !hottest) return;
    event.preventDefault();
    props.onCell(props.cell ? nextCell(props.cells, props.cell, event.key) : hottest);
  };
  return (
    <canvas
      ref={canvas}
      class="heat-canvas"
      role="img"
      aria-label={props.label}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
      tabindex={0}
      style={{
        'aspect-ratio': `${props.page.width} / ${props.page.height}`,
        'max-width': `${mostScale * props.page.width}px`,
      }}
      onKeyDown={walk}
      onClick={(event) => props.onCell(cellUnder(event))}
      onPointerMove={(event) => props.onPoint(cellUnder(event))}
      onPointerLeave={() => props.onPoint(null)}
    />
  );
}
