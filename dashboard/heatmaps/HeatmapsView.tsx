import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { createDevice } from '../device/create-device.ts';
import { createTitle } from '../frame/title.ts';
import { PageInsights } from '../insights/PageInsights.tsx';
import { Segments } from '../parts/Segments.tsx';
import { createPeriod } from '../period/create-period.ts';
import { createPageNames } from '../site/PagePicker.tsx';
import { CellSessions } from './CellSessions.tsx';
import { readComparison } from './compare.ts';
import { createHeat } from './create-heat.ts';
import { ElementClicks } from './ElementClicks.tsx';
import { HeatControls } from './HeatControls.tsx';
import { HeatPanels } from './HeatPanels.tsx';
import { HeatTable } from './HeatTable.tsx';
import { readCell, writeCell } from './heat-cell.ts';
import { heatLayers, readGridSize, readHeatLayer } from './heat-layers.ts';
import { MixedWidths } from './MixedWidths.tsx';
import { atWidth, layersByElement, readShapeWidth, type ShapeWidth } from './shape-width.ts';
import './heatmaps.css';

type Address = Record<'page' | 'layer' | 'grid' | 'width' | 'cell' | 'against', string>;

/** Where on a page people are. */
export function HeatmapsView() {
  createTitle(() => 'Heatmaps');
  const [address, setAddress] = useSearchParams<Address>();
  const span = createPeriod();
  const pages = createPageNames();
  const page = () => address.page ?? pages()[0];
  const layer = createMemo(() => readHeatLayer(address.layer));
  const gridSize = () => readGridSize(address.grid);
  const { device, choose: chooseDevice } = createDevice();
  const width = () => readShapeWidth(address.width);
  /** As far as they were told: a width chosen before they are is asked for alone. */
  const [widths, setWidths] = createSignal<readonly ShapeWidth[]>([], { equals: isSameText });
  const scope = createMemo(() => {
    const [variables, shown] = [span.variables(), page()];
    if (!variables || !shown) return undefined;
    return {
      ...variables,
      page: shown,
      layer: layer().value,
      device: device(),
      gridSize: gridSize(),
      ...atWidth(layer().value, width(), widths()),
    };
  });
  const heat = createHeat(scope);
  createEffect(() => setWidths(heat.shapeWidths()));
  const against = () => readComparison(address.against);
  const cell = () => readCell(address.cell);
  const label = () => `${layer().label} on ${page() ?? 'no page'}`;
  return (
    <div class="view">
      <div class="view-head">
        <h1>Heatmaps</h1>
        <HeatControls
          page={page()}
          device={device()}
          gridSize={gridSize()}
          width={width()}
          widths={widths()}
          onWidth={(next) => setAddress({ width: next, cell: undefined })}
          period={span.period()}
          onPage={(next) => setAddress({ page: next, width: undefined, cell: undefined })}
          onDevice={(next) => chooseDevice(next, { cell: undefined })}
          onGridSize={(next) => setAddress({ grid: next, cell: undefined })}
          onPeriod={span.choose}
          against={against()}
          onAgainst={(next) => setAddress({ against: next })}
        />
      </div>
      <Segments
        label="Layer"
        options={heatLayers}
        value={layer().value}
        onChange={(next) => setAddress({ layer: next.toLowerCase(), cell: undefined })}
      />
      <MixedWidths scope={scope()} widths={widths()} />
      <HeatPanels
        heat={heat}
        scope={scope()}
        period={span.period()}
        against={against()}
        unit={layer().unit}
        gridSize={gridSize()}
        cell={cell()}
        label={label()}
        onCell={(next) => setAddress({ cell: writeCell(next) }, { replace: true, scroll: false })}
      />
      <Switch>
        <Match when={!page() && span.variables()}>
          <p class="quiet">No page of this site was seen yet.</p>
        </Match>
        <Match when={scope() && !heat.placed() && cell()}>
          {(at) => <CellSessions scope={scope()} cell={at()} />}
        </Match>
      </Switch>
      <Show when={layersByElement.has(layer().value)}>
        <ElementClicks scope={scope()} />
      </Show>
      <HeatTable heatmap={heat.heatmap()} label={`${label()} as a table`} answer={heat.answer} />
      <PageInsights page={page()} site={span.variables()?.site} days={span.variables()?.days} />
    </div>
  );
}

const isSameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
