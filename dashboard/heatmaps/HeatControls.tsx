import { For } from 'solid-js';
import type { DeviceClass } from '../generated/heatmaps.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import type { Period } from '../period/period.ts';
import { PagePicker } from '../site/PagePicker.tsx';
import { type Comparison, comparisons } from './compare.ts';
import { gridSizes } from './heat-layers.ts';

/** Which heat is shown. */
export function HeatControls(props: {
  readonly page: string | undefined;
  readonly device: DeviceClass | null;
  readonly gridSize: number;
  readonly period: Period;
  readonly onPage: (page: string | undefined) => void;
  readonly onDevice: (device: string | undefined) => void;
  readonly onGridSize: (size: string) => void;
  readonly onPeriod: (period: Period | null) => void;
  readonly against: Comparison | null;
  readonly onAgainst: (against: string | undefined) => void;
}) {
  return (
    <div class="row">
      <PagePicker page={props.page} onChange={props.onPage} />
      <label>
        <span class="screen-reader-only">Device</span>
        <select
          class="field"
          value={props.device?.toLowerCase() ?? ''}
          onChange={(event) => props.onDevice(event.currentTarget.value || undefined)}
        >
          <option value="">Any device</option>
          <option value="desktop">Desktop</option>
          <option value="tablet">Tablet</option>
          <option value="mobile">Mobile</option>
        </select>
      </label>
      <label>
        <span class="screen-reader-only">Size of a cell</span>
        <select class="field" onChange={(event) => props.onGridSize(event.currentTarget.value)}>
          <For each={gridSizes}>
            {(size) => (
              <option value={size} selected={size === props.gridSize}>
                {size} px
              </option>
            )}
          </For>
        </select>
      </label>
      <PeriodPicker period={props.period} onChange={props.onPeriod} />
      <label>
        <span class="screen-reader-only">Compare with</span>
        <select
          class="field"
          onChange={(event) => props.onAgainst(event.currentTarget.value || undefined)}
        >
          <option value="">Alone</option>
          <For each={Object.entries(comparisons)}>
            {([value, label]) => (
              <option value={value} selected={value === props.against}>
                Beside {label.toLowerCase()}
              </option>
            )}
          </For>
        </select>
      </label>
    </div>
  );
}
