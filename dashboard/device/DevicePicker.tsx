import { For } from 'solid-js';
import type { DeviceClass } from '../generated/sessions.ts';
import { deviceNames } from './device.ts';

/** Chooses a class of device, or any (null). */
export function DevicePicker(props: {
  readonly device: DeviceClass | null;
  readonly onChange: (device: DeviceClass | null) => void;
}) {
  return (
    <label>
      <span class="screen-reader-only">Device</span>
      <select
        class="field"
        onChange={(event) =>
          props.onChange((event.currentTarget.value || null) as DeviceClass | null)
        }
      >
        <option value="" selected={props.device === null}>
          Any device
        </option>
        <For each={Object.entries(deviceNames)}>
          {([device, name]) => (
            <option value={device} selected={device === props.device}>
              {name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
