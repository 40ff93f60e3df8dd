import { createEffect, on, onCleanup, onMount } from 'solid-js';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { isDark } from '../frame/theme.ts';
import { type ChartPoint, chartColumns } from './chart-data.ts';
import './chart.css';

const HEIGHT = 260;

interface Props {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  readonly previous: readonly ChartPoint[] | null | undefined;
  /** Moments to mark with an upright line, ms since 1970. */
  readonly marks?: readonly number[];
  readonly format: (value: number) => string;
  /** How a moment is told: a day, or an hour. */
  readonly formatTime: (at: number) => string;
  /** A point was chosen, by its place among the points. */
  readonly onChoose: (index: number) => void;
}

/**
 * A line over time, the period before as a thinner dashed one. uPlot, not Observable Plot: a fifth of the size, and it
 * redraws live data in about a millisecond. What the line says is in the table below it for who does not see it.
 */
export function TimeChart(props: Props) {
  let box!: HTMLDivElement;
  onMount(() => {
    const make = () => {
      box.replaceChildren();
      return new UPlot(options(props, box.clientWidth), columns(), box);
    };
    const columns = () => chartColumns(props.points, props.previous);
    let chart = make();
    const choose = () => {
      const index = chart.cursor.idx;
      if (typeof index === 'number') props.onChoose(index);
    };
    box.addEventListener('click', choose);
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: box.clientWidth, height: HEIGHT }),
    );
    observer.observe(box);
    createEffect(on(columns, (next) => chart.setData(next), { defer: true }));
    createEffect(
      on(
        () => props.marks,
        () => chart.redraw(),
        { defer: true },
      ),
    );
    createEffect(
      on(
        [isDark, () => props.label],
        () => {
          chart.destroy();
          chart = make();
        },
        { defer: true },
      ),
    );
    onCleanup(() => {
      observer.disconnect();
      chart.destroy();
    });
  });
  return <div class="chart" ref={box} role="img" aria-label={props.label} />;
}

const largeSteps = [1e3, 1e4, 1e5, 1e6].flatMap((ten) => [ten, 2 * ten, 5 * ten]);

function options(props: Props, width: number): UPlot.Options {
  const [ink, line, accent] = isDark()
    ? ['#a1a1a8', '#333337', '#4aa3ff']
    : ['#63636a', '#d9d9de', '#0066cc'];
  const axis = { stroke: ink, font: '12px system-ui', ticks: { show: false } };
  const value = (_chart: UPlot, shown: number | null) =>
    shown === null ? '–' : props.format(shown);
  return {
    width,
    height: HEIGHT,
    cursor: { y: false, drag: { x: false, y: false } },
    legend: { live: true },
    hooks: { draw: [(chart) => drawMarks(chart, props.marks ?? [])] },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 70,
        values: (_chart, ticks) => ticks.map((tick) => props.formatTime(tick * 1_000)),
      },
      {
        ...axis,
        size: 64,
        // Whole steps: half a session would be labelled like a whole one.
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, ...largeSteps],
        grid: { stroke: line, width: 1 },
        values: (_chart, ticks) => ticks.map((tick) => props.format(tick)),
      },
    ],
    scales: { y: { range: (_chart, _least, most) => [0, Math.max(most || 0, 1) * 1.08] } },
    series: [
      {
        label: 'When',
        value: (_chart: UPlot, at: number | null) =>
          at === null ? '–' : props.formatTime(at * 1_000),
      },
      { label: 'Now', stroke: accent, width: 2, points: { show: false }, value },
      {
        label: 'Before',
        stroke: ink,
        width: 1,
        dash: [4, 4],
        points: { show: false },
        show: Boolean(props.previous),
        value,
      },
    ],
  };
}

/** What came after the last point, today, is marked at its end. */
function drawMarks({ ctx, bbox, valToPos, scales }: UPlot, marks: readonly number[]): void {
  const { min, max } = scales.x ?? {};
  ctx.save();
  ctx.strokeStyle = isDark() ? '#ff7069' : '#c0191f';
  ctx.lineWidth = devicePixelRatio;
  for (const mark of marks) {
    const at = Math.min(mark / 1_000, max ?? 0);
    if (at < (min ?? 0)) continue;
    const x = Math.round(valToPos(at, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
