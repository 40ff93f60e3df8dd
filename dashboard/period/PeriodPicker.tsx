import { For, Show } from 'solid-js';
import { namedPeriods, type Period, type PeriodName } from './period.ts';
import './period-picker.css';

/** Chooses a span by name, or by first and last day. */
export function PeriodPicker(props: {
  readonly period: Period | null;
  readonly onChange: (period: Period | null) => void;
  /** What no choice means: `Any time` in lists. */
  readonly anyLabel?: string;
  /** For numbers that are kept by whole days until today. */
  readonly daysOnly?: boolean;
}) {
  const choice = () => {
    if (!props.period) return 'any';
    return 'name' in props.period ? props.period.name : 'custom';
  };
  const names = () =>
    Object.entries(namedPeriods).filter(([name]) => !(props.daysOnly && name === '24h'));
  const days = () => (props.period && !('name' in props.period) ? props.period : undefined);
  const choose = (value: string) => {
    if (value === 'any') return props.onChange(null);
    if (value !== 'custom') return props.onChange({ name: value as PeriodName });
    const today = new Date().toISOString().slice(0, 10);
    props.onChange({ from: today, to: today });
  };
  return (
    <div class="period-picker">
      <label>
        <span class="screen-reader-only">Dates</span>
        <select
          class="field"
          value={choice()}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <Show when={props.anyLabel}>
            <option value="any">{props.anyLabel}</option>
          </Show>
          <For each={names()}>{([name, { label }]) => <option value={name}>{label}</option>}</For>
          <Show when={!props.daysOnly}>
            <option value="custom">From – to</option>
          </Show>
        </select>
      </label>
      <Show when={days()}>
        {(range) => (
          <>
            <label>
              <span class="screen-reader-only">From</span>
              <input
                class="field"
                type="date"
                value={range().from ?? ''}
                max={range().to}
                onChange={(event) =>
                  props.onChange({ ...range(), from: event.currentTarget.value || undefined })
                }
              />
            </label>
            <label>
              <span class="screen-reader-only">To</span>
              <input
                class="field"
                type="date"
                value={range().to ?? ''}
                min={range().from}
                onChange={(event) =>
                  props.onChange({ ...range(), to: event.currentTarget.value || undefined })
                }
              />
            </label>
          </>
        )}
      </Show>
    </div>
  );
}
