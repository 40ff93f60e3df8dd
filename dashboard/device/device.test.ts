import { expect, test } from 'vitest';
import { readDevice, writeDevice } from './device.ts';

test('a device survives the address, and nonsense is any', () => {
  for (const device of ['DESKTOP', 'TABLET', 'MOBILE'] as const)
    expect(readDevice(writeDevice(device))).toBe(device);
  expect(writeDevice(null)).toBeUndefined();
  for (const text of [undefined, '', 'watch', 'constructor', '__proto__'])
    expect(readDevice(text)).toBeNull();
});
