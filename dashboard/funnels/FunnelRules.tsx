import { For } from 'solid-js';
import type { FunnelBreakdown, FunnelOrder } from '../generated/funnels.ts';
import { breakdowns, type FunnelSetting, orders, windows } from './funnel-address.ts';

/** How the steps follow one another, within which time, and what the numbers are split by. */
export function FunnelRules(props: {
  readonly setting: FunnelSetting;
  readonly onChange: (setting: FunnelSetting) => void;
}) {
  const change = (part: Partial<FunnelSetting>) => props.onChange({ ...props.setting, ...part });
  const isUsual = () => windows.some(({ minutes }) => minutes === props.setting.windowMinutes);
  return (
    <div class="row">
      <Choice
        label="Order"
        value={props.setting.order}
        options={Object.entries(orders)}
        onChange={(order) => change({ order: order as FunnelOrder })}
      />
      <Choice
        label="Window"
        value={String(props.setting.windowMinutes ?? '')}
        options={[
          ['', 'Within the period'],
          ...windows.map(({ minutes, label }): [string, string] => [String(minutes), label]),
          ...(props.setting.windowMinutes === null || isUsual()
            ? []
            : [
                [
                  String(props.setting.windowMinutes),
                  `Within ${props.setting.windowMinutes} minutes`,
                ] as [string, string],
              ]),
        ]}
        onChange={(minutes) => change({ windowMinutes: minutes ? Number(minutes) : null })}
      />
      <Choice
        label="Split by"
        value={props.setting.breakdown ?? ''}
        options={[['', 'Everybody'], ...Object.entries(breakdowns)]}
        onChange={(by) => change({ breakdown: by ? (by as FunnelBreakdown) : null })}
      />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      <span class="screen-reader-only">{props.label}</span>
      <select class="field" onChange={(event) => props.onChange(event.currentTarget.value)}>
        <For each={props.options}>
          {([value, label]) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
