import { createMemo, createSignal, Show } from 'solid-js';
import { SaveCanvas } from '../export/SaveCanvas.tsx';
import { formatQuantity } from '../numbers/format.ts';
import { Problem } from '../parts/Problem.tsx';
import { ShapeNote } from '../trail/ShapeNote.tsx';
import type { Heat } from './create-heat.ts';
import { HeatCanvas } from './HeatCanvas.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import type { CellPlace } from './heat-cell.ts';

/** One heatmap with its legend, and its numbers where someone points. */
export function HeatPanel(props: {
  readonly heat: Heat;
  /** The size at which it is drawn, px. */
  readonly page: { readonly width: number; readonly height: number };
  /** The largest count of a cell that the colours go up to: two side by side share it. */
  readonly maxCount: number;
  readonly gridSize: number;
  /** What is counted. */
  readonly unit: string;
  readonly cell: CellPlace | null;
  readonly label: string;
  readonly onCell: (cell: CellPlace) => void;
}) {
  const [pointed, setPointed] = createSignal<CellPlace | null>(null);
  let panel!: HTMLElement;
  const cells = createMemo(() =>
    (props.heat.heatmap()?.points ?? []).map((point) => ({
      ...point,
      intensity: point.count / Math.max(1, props.maxCount),
    })),
  );
  const isEmpty = () => {
    const known = props.heat.heatmap();
    return known !== undefined && known.points.length + props.heat.bands().length === 0;
  };
  const readout = () => {
    const at = pointed() ?? props.cell;
    const found = at && cells().find(({ x, y }) => x === at.x && y === at.y);
    if (!found) return '';
    const people =
      found.uniqueUsers === null ? '' : `, ${formatQuantity(found.uniqueUsers, 'visitor')}`;
    return `${formatQuantity(found.count, props.unit)}${people} at ${found.x}, ${found.y}`;
  };
  return (
    <section class="heat-panel" ref={panel} aria-label={props.label}>
      <Show when={props.heat.answer.error()}>
        {(error) => <Problem error={error()} retry={props.heat.answer.refresh} />}
      </Show>
      <div class="heat-line">
        <p class="numeric">
          <Show when={props.heat.visitors() !== undefined}>
            {formatQuantity(props.heat.visitors() ?? 0, 'visitor')}
          </Show>
        </p>
        <output class="numeric">{readout()}</output>
        <HeatLegend
          layer={props.heat.heatmap()?.layer}
          maxCount={props.maxCount}
          unit={props.unit}
        />
        <SaveCanvas name="heatmap" find={() => panel.querySelector('canvas')} />
      </div>
      <Show when={isEmpty()}>
        <p class="quiet">
          No {props.unit}s here in this time
          {props.heat.heatmap()?.layer === 'MOVES' ? ': fingers leave none.' : '.'}
        </p>
      </Show>
      <HeatCanvas
        page={props.page}
        shape={props.heat.shape() ?? null}
        gridSize={props.gridSize}
        cells={cells()}
        bands={props.heat.bands()}
        trails={props.heat.trails() ?? []}
        cell={props.cell}
        label={props.label}
        onCell={props.onCell}
        onPoint={setPointed}
      />
      <Show when={props.heat.placed()?.elsewhere}>
        {(count) => (
          <p class="quiet">
            {formatQuantity(count(), props.unit)} on elements that the page does not have at this
            width, or cannot tell from others, are not drawn.
          </p>
        )}
      </Show>
      <ShapeNote shape={props.heat.shape()} />
    </section>
  );
}
