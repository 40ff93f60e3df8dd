import { For, Show } from 'solid-js';
import { DevicePicker } from '../device/DevicePicker.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import type { ListFilter } from './session-filter.ts';

const switches = [
  { key: 'live', label: 'Live now' },
  { key: 'hasRage', label: 'Rage clicks' },
  { key: 'hasDead', label: 'Dead clicks' },
  { key: 'peopleOnly', label: 'People only' },
] as const;

/** The filters above the list. Each change is a change of the address, and nothing else. */
export function FilterBar(props: {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
}) {
  return (
    <form class="filter-bar" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <SearchField
        label="Search sessions"
        placeholder="Search"
        value={props.filter.search}
        onChange={(search) => props.onChange({ search })}
      />
      <SearchField
        label="Page"
        placeholder="Any page"
        value={props.filter.page}
        onChange={(page) => props.onChange({ page })}
      />
      <SearchField
        label="Visitor"
        placeholder="Anyone"
        value={props.filter.visitor}
        onChange={(visitor) => props.onChange({ visitor })}
      />
      <DevicePicker
        device={props.filter.device}
        onChange={(device) => props.onChange({ device })}
      />
      <PeriodPicker
        period={props.filter.period}
        anyLabel="Any time"
        onChange={(period) => props.onChange({ period })}
      />
      <For each={switches}>
        {(each) => (
          <label class="pill">
            <input
              type="checkbox"
              checked={props.filter[each.key]}
              onChange={(event) => props.onChange({ [each.key]: event.currentTarget.checked })}
            />
            {each.label}
          </label>
        )}
      </For>
      <Show when={isFiltered(props.filter)}>
        <button
          type="button"
          class="button"
          data-kind="plain"
          onClick={() => props.onChange(noFilter)}
        >
          Clear
        </button>
      </Show>
    </form>
  );
}

const noFilter: ListFilter = {
  search: '',
  page: '',
  visitor: '',
  device: null,
  hasRage: false,
  hasDead: false,
  live: false,
  peopleOnly: false,
  period: null,
};

export function isFiltered(filter: ListFilter): boolean {
  return Object.values(filter).some(Boolean);
}
