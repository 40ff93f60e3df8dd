import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { createTitle } from '../frame/title.ts';
import type { DeviceClass } from '../generated/heatmaps.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Problem } from '../parts/Problem.tsx';
import { Segments } from '../parts/Segments.tsx';
import { createPeriod } from '../period/create-period.ts';
import { createPageNames } from '../site/PagePicker.tsx';
import { CellSessions } from './CellSessions.tsx';
import { createHeat } from './create-heat.ts';
import { HeatCanvas } from './HeatCanvas.tsx';
import { HeatControls } from './HeatControls.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import { HeatTable } from './HeatTable.tsx';
import { type CellPlace, readCell, writeCell } from './heat-cell.ts';
import { heatLayers, readGridSize, readHeatLayer } from './heat-layers.ts';
import './heatmaps.css';

type Address = Record<'page' | 'layer' | 'device' | 'grid' | 'cell', string>;
const devices: readonly DeviceClass[] = ['DESKTOP', 'TABLET', 'MOBILE'];

/** Where on a page people are. */
export function HeatmapsView() {
  createTitle(() => 'Heatmaps');
  const [address, setAddress] = useSearchParams<Address>();
  const span = createPeriod();
  const pages = createPageNames();
  const page = () => address.page ?? pages()[0];
  const layer = createMemo(() => readHeatLayer(address.layer));
  const gridSize = () => readGridSize(address.grid);
  const device = () => devices.find((each) => each.toLowerCase() === address.device) ?? null;
  const scope = createMemo(() => {
    const [variables, shown] = [span.variables(), page()];
    if (!variables || !shown) return undefined;
    return {
      ...variables,
      page: shown,
      layer: layer().value,
      device: device(),
      gridSize: gridSize(),
    };
  });
  const heat = createHeat(scope);
  const [pointed, setPointed] = createSignal<CellPlace | null>(null);
  const cell = () => readCell(address.cell);
  const cells = () => heat.heatmap()?.points ?? [];
  const readout = () => {
    const at = pointed() ?? cell();
    const found = at && cells().find(({ x, y }) => x === at.x && y === at.y);
    if (!found) return '';
    const people =
      found.uniqueUsers === null ? '' : `, ${formatQuantity(found.uniqueUsers, 'visitor')}`;
    return `${formatQuantity(found.count, layer().unit)}${people} at ${found.x}, ${found.y}`;
  };
  const label = () => `${layer().label} on ${page() ?? 'no page'}`;
  return (
    <div class="view">
      <div class="view-head">
        <h1>Heatmaps</h1>
        <HeatControls
          page={page()}
          device={device()}
          gridSize={gridSize()}
          period={span.period()}
          onPage={(next) => setAddress({ page: next, cell: undefined })}
          onDevice={(next) => setAddress({ device: next, cell: undefined })}
          onGridSize={(next) => setAddress({ grid: next, cell: undefined })}
          onPeriod={span.choose}
        />
      </div>
      <Segments
        label="Layer"
        options={heatLayers}
        value={layer().value}
        onChange={(next) => setAddress({ layer: next.toLowerCase(), cell: undefined })}
      />
      <Show when={heat.answer.error()}>
        {(error) => <Problem error={error()} retry={heat.answer.refresh} />}
      </Show>
      <div class="heat-line">
        <p class="numeric">
          <Show when={heat.visitors() !== undefined}>
            {formatQuantity(heat.visitors() ?? 0, 'visitor')}
          </Show>
        </p>
        <output class="numeric">{readout()}</output>
        <HeatLegend maxCount={heat.heatmap()?.maxCount ?? 0} unit={layer().unit} />
      </div>
      <HeatCanvas
        page={heat.page()}
        gridSize={gridSize()}
        cells={cells()}
        bands={heat.bands()}
        trails={heat.trails() ?? []}
        cell={cell()}
        label={label()}
        onCell={(next) => setAddress({ cell: writeCell(next) }, { replace: true, scroll: false })}
        onPoint={setPointed}
      />
      <Switch>
        <Match when={!page() && span.variables()}>
          <p class="quiet">No page of this site was seen yet.</p>
        </Match>
        <Match when={scope() && cell()}>
          {(at) => <CellSessions scope={scope()} cell={at()} />}
        </Match>
      </Switch>
      <HeatTable heatmap={heat.heatmap()} label={label()} answer={heat.answer} />
    </div>
  );
}
