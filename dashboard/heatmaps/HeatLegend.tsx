import { For, Show } from 'solid-js';
import { isDark } from '../frame/theme.ts';
import type { HeatmapLayer } from '../generated/heatmaps.ts';
import { formatCount } from '../numbers/format.ts';
import { bandLegend, heatColors, heatLegend } from './heat-scale.ts';

/** What the colours stand for: counts of a cell, or of a band the share of visitors or of the longest time. */
export function HeatLegend(props: {
  readonly layer: HeatmapLayer | undefined;
  /** Of a cell; 0 where there is none. */
  readonly maxCount: number;
  readonly unit: string;
}) {
  const range = (from: number, to: number) =>
    from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`;
  return (
    <Show
      when={props.layer === 'SCROLL' || props.layer === 'ATTENTION'}
      fallback={
        <Show when={props.maxCount}>
          <Legend
            name={`${props.unit}s in a cell`}
            steps={heatLegend(props.maxCount).map(({ step, from, to }) => [step, range(from, to)])}
          />
        </Show>
      }
    >
      <Legend
        name={props.layer === 'SCROLL' ? 'visitors who got there' : 'of the longest time'}
        steps={bandLegend().map(({ step, from, to }) => [step, `${range(from, to)} %`])}
      />
    </Show>
  );
}

function Legend(props: {
  readonly name: string;
  readonly steps: readonly (readonly [step: number, text: string])[];
}) {
  return (
    <div class="heat-legend">
      <span class="quiet">{props.name}</span>
      <ul>
        <For each={props.steps}>
          {([step, text]) => (
            <li class="numeric">
              <span style={{ background: heatColors(isDark())[step] }} aria-hidden="true" />
              {text}
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
