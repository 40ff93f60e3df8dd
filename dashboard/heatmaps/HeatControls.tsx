import { For } from 'solid-js';
import { DevicePicker } from '../device/DevicePicker.tsx';
import type { DeviceClass } from '../generated/heatmaps.ts';
import { formatCount } from '../numbers/format.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import type { Period } from '../period/period.ts';
import { PagePicker } from '../site/PagePicker.tsx';
import { type Comparison, comparisons } from './compare.ts';
import { gridSizes } from './heat-layers.ts';
import type { ShapeWidth } from './shape-width.ts';

/** Which heat is shown. */
export function HeatControls(props: {
  readonly page: string | undefined;
  readonly device: DeviceClass | null;
  readonly gridSize: number;
  /** Of the window, px, at which the page is drawn; null: as it usually is. */
  readonly width: number | null;
  readonly widths: readonly ShapeWidth[];
  readonly onWidth: (width: string | undefined) => void;
  readonly period: Period;
  readonly onPage: (page: string | undefined) => void;
  readonly onDevice: (device: DeviceClass | null) => void;
  readonly onGridSize: (size: string) => void;
  readonly onPeriod: (period: Period | null) => void;
  readonly against: Comparison | null;
  readonly onAgainst: (against: string | undefined) => void;
}) {
  return (
    <div class="row">
      <PagePicker page={props.page} onChange={props.onPage} />
      <DevicePicker device={props.device} onChange={props.onDevice} />
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
      <WidthPicker width={props.width} widths={props.widths} onWidth={props.onWidth} />
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

/** Widths at which the page's shape is known; the chosen one is always among them. */
function WidthPicker(props: {
  readonly width: number | null;
  readonly widths: readonly ShapeWidth[];
  readonly onWidth: (width: string | undefined) => void;
}) {
  const options = () => {
    const known = props.widths.map(({ width }) => width);
    const { width } = props;
    return width === null || known.includes(width) ? known : [...known, width];
  };
  return (
    <label>
      <span class="screen-reader-only">Width of the window</span>
      <select
        class="field"
        onChange={(event) => props.onWidth(event.currentTarget.value || undefined)}
      >
        <option value="">Any width</option>
        <For each={options()}>
          {(width) => (
            <option value={width} selected={width === props.width}>
              At {formatCount(width)} px
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
