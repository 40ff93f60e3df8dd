import { For, Show } from 'solid-js';
import { useSite } from '../site/site-context.ts';
import { formatHour } from '../time/format.ts';
import { namedPeriods, type Period, type PeriodName, periodDays } from './period.ts';
import './period-picker.css';

/** Chooses a span by name, or by first and last day. */
export function PeriodPicker(props: {
  readonly period: Period | null;
  readonly onChange: (period: Period | null) => void;
  /** What no choice means: `Any time` in lists. */
  readonly anyLabel?: string;
}) {
  const { site } = useSite();
  const timeZone = () => site()?.timeZone ?? 'UTC';
  const hour = () => (props.period && 'hour' in props.period ? props.period.hour : undefined);
  const days = () =>
    props.period && !('name' in props.period || 'hour' in props.period) ? props.period : undefined;
  const choice = () => {
    if (!props.period) return 'any';
    if ('name' in props.period) return props.period.name;
    return 'hour' in props.period ? 'hour' : 'custom';
  };
  const choose = (value: string) => {
    if (value === 'any') return props.onChange(null);
    if (value !== 'custom') return props.onChange({ name: value as PeriodName });
    // The days begin as those that show: there they can be moved from.
    props.onChange(periodDays(props.period ?? { name: '30d' }, Date.now(), timeZone()));
  };
  return (
    <div class="period-picker">
      <label>
        <span class="screen-reader-only">Dates</span>
        <select class="field" onChange={(event) => choose(event.currentTarget.value)}>
          <Show when={props.anyLabel}>
            <option value="any" selected={choice() === 'any'}>
              {props.anyLabel}
            </option>
          </Show>
          <For each={Object.entries(namedPeriods)}>
            {([name, { label }]) => (
              <option value={name} selected={choice() === name}>
                {label}
              </option>
            )}
          </For>
          <option value="custom" selected={choice() === 'custom'}>
            From – to
          </option>
          <Show when={hour()}>
            {(from) => (
              <option value="hour" selected disabled>
                {formatHour(Date.parse(from()), timeZone())}
              </option>
            )}
          </Show>
        </select>
      </label>
      <Show when={choice() === '24h' && !props.anyLabel}>
        <span class="quiet period-note">by whole days: since yesterday</span>
      </Show>
      <Show when={days()}>
        {(range) => (
          <>
            <DayField
              label="From"
              day={range().from}
              latest={range().to}
              onChange={(from) => props.onChange({ ...range(), from })}
            />
            <DayField
              label="To"
              day={range().to}
              earliest={range().from}
              onChange={(to) => props.onChange({ ...range(), to })}
            />
          </>
        )}
      </Show>
    </div>
  );
}

function DayField(props: {
  readonly label: string;
  readonly day: string | undefined;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}) {
  return (
    <label>
      <span class="screen-reader-only">{props.label}</span>
      <input
        class="field"
        type="date"
        value={props.day ?? ''}
        min={props.earliest}
        max={props.latest}
        onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
      />
    </label>
  );
}
