import type { DeviceClass } from '../generated/sessions.ts';

export const deviceNames: Readonly<Record<DeviceClass, string>> = {
  DESKTOP: 'Desktop',
  TABLET: 'Tablet',
  MOBILE: 'Mobile',
};

/** `?device=mobile`. @returns null where the address names none: any */
export function readDevice(text: string | undefined): DeviceClass | null {
  const name = text?.toUpperCase() ?? '';
  return Object.hasOwn(deviceNames, name) ? (name as DeviceClass) : null;
}

export function writeDevice(device: DeviceClass | null): string | undefined {
  return device?.toLowerCase();
}
