import { heatColors } from '../../../dashboard/heatmaps/heat-scale.ts';
import { paintCells } from '../../../dashboard/heatmaps/paint-heat.ts';
import { contextOf, makeContext, settle, size } from './canvas.ts';

/** The libraries as their scripts put them into the page; they have no modules. */
interface Libraries {
  readonly simpleheat: (canvas: HTMLCanvasElement) => {
    readonly data: (points: number[][]) => { readonly max: (max: number) => unknown };
    readonly draw: () => void;
  };
  readonly h337: {
    readonly create: (options: { container: HTMLElement }) => {
      readonly setData: (data: { max: number; data: readonly HeatPoint[] }) => void;
    };
  };
}
interface HeatPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

const gridSize = 20;
/** As many points on one spot are as hot as can be. */
const max = 100;

/** The same points for all, each on a canvas of its own, drawn to the last pixel. */
export function heatContestants(points: number) {
  const { simpleheat, h337 } = window as unknown as Libraries;
  const data = Array.from({ length: points }, (_, i) => makePoint(i));
  const own = makeContext();
  const other = makeContext();
  const simple = simpleheat(other.canvas);
  simple.data(data.map(({ x, y }) => [x, y, 1])).max(max);
  const container = Object.assign(document.createElement('div'), { id: 'box' });
  container.style.cssText = `width:${size.width}px;height:${size.height}px`;
  document.body.append(container);
  const heatmap = h337.create({ container });
  return {
    Trailgraph: () => {
      drawHeat(own, data);
      settle(own);
    },
    simpleheat: () => {
      simple.draw();
      settle(other);
    },
    'heatmap.js': () => {
      heatmap.setData({ max, data });
      const canvas = container.querySelector('canvas');
      if (canvas) settle(contextOf(canvas));
    },
  };
}

/** Clicks gather: nine in ten around forty places, the others anywhere. */
function makePoint(i: number): HeatPoint {
  const spread = () => (Math.random() + Math.random() + Math.random() - 1.5) * 60;
  const place = (i * 7) % 40;
  const isNear = i % 10 > 0;
  const x = isNear ? 80 + ((place * 137) % 1_040) + spread() : Math.random() * size.width;
  const y = isNear ? 60 + ((place * 211) % 680) + spread() : Math.random() * size.height;
  const inside = (at: number, length: number) => Math.floor(Math.max(0, Math.min(length - 1, at)));
  return { x: inside(x, size.width), y: inside(y, size.height), value: 1 };
}

/** From raw points: counted into cells (in the product the API has done that), then filled. */
function drawHeat(context: CanvasRenderingContext2D, points: readonly HeatPoint[]): void {
  const columns = size.width / gridSize;
  const counts = new Uint32Array(columns * (size.height / gridSize));
  for (const { x, y } of points) {
    const at = Math.floor(y / gridSize) * columns + Math.floor(x / gridSize);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const cells = Array.from(counts, (count, at) => ({
    x: (at % columns) * gridSize,
    y: Math.floor(at / columns) * gridSize,
    intensity: count / most,
  })).filter(({ intensity }) => intensity > 0);
  context.clearRect(0, 0, size.width, size.height);
  paintCells(context, cells, gridSize, heatColors(false));
}
