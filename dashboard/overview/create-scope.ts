import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { createDevice } from '../device/create-device.ts';
import type { DeviceClass } from '../generated/overview.ts';
import type { PeriodQuery } from '../period/create-period.ts';

/** What the numbers are about: a span of time, perhaps on one page and one class of device alone. */
export interface OverviewScope extends PeriodQuery {
  readonly page: string | null;
  readonly device: DeviceClass | null;
}

/** The scope that the address names; undefined while the site is not known. */
export function createScope(
  span: Accessor<PeriodQuery | undefined>,
): Accessor<OverviewScope | undefined> {
  const [address] = useSearchParams<{ page?: string }>();
  const { device } = createDevice();
  return createMemo(() => {
    const asked = span();
    return asked && { ...asked, page: address.page || null, device: device() };
  });
}
