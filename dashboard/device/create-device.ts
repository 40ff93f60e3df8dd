import { useSearchParams } from '@solidjs/router';
import type { Accessor } from 'solid-js';
import type { DeviceClass } from '../generated/sessions.ts';
import { readDevice, writeDevice } from './device.ts';

interface ChosenDevice {
  /** null: any. */
  readonly device: Accessor<DeviceClass | null>;
  /** @param also what of the address changes with it, as it was about the device before */
  readonly choose: (device: DeviceClass | null, also?: Record<string, undefined>) => void;
}

/** The class of device that a view is about, in the address. */
export function createDevice(): ChosenDevice {
  const [address, setAddress] = useSearchParams<{ device?: string }>();
  return {
    device: () => readDevice(address.device),
    choose: (device, also = {}) => setAddress({ device: writeDevice(device), ...also }),
  };
}
