import { For, Show } from 'solid-js';
import { isDark } from '../frame/theme.ts';
import { formatCount } from '../numbers/format.ts';
import { heatColors, heatLegend } from './heat-scale.ts';

/** What the colours stand for, in counts of a cell. */
export function HeatLegend(props: { readonly maxCount: number; readonly unit: string }) {
  return (
    <Show when={props.maxCount}>
      <div class="heat-legend">
        <span class="quiet">{props.unit}s in a cell</span>
        <ul>
          <For each={heatLegend(props.maxCount)}>
            {({ step, from, to }) => (
              <li class="numeric">
                <span style={{ background: heatColors(isDark())[step] }} aria-hidden="true" />
                {from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
