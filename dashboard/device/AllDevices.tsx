import { Show } from 'solid-js';
import { createDevice } from './create-device.ts';

/** Said where numbers are kept over all devices alone, and the address, from a view before, names one. */
export function AllDevices() {
  const { device } = createDevice();
  return (
    <Show when={device()}>
      <span class="quiet">over all devices</span>
    </Show>
  );
}
