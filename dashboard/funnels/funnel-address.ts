import type { FunnelBreakdown, FunnelOrder, FunnelStepInput } from '../generated/funnels.ts';

/** A funnel as it stands in an address. */
export interface FunnelAddress {
  /** `[{"page":"/cart"},{"element":"#pay"}]`. */
  readonly steps?: string | undefined;
  readonly order?: string | undefined;
  /** Minutes. */
  readonly window?: string | undefined;
  readonly by?: string | undefined;
}

export interface FunnelSetting {
  readonly steps: readonly FunnelStepInput[];
  readonly order: FunnelOrder;
  readonly windowMinutes: number | null;
  readonly breakdown: FunnelBreakdown | null;
}

export const mostSteps = 10;

export const orders: Readonly<Record<FunnelOrder, string>> = {
  ORDERED: 'In order',
  STRICT: 'Strictly in a row',
  ANY: 'In any order',
};

export const breakdowns: Readonly<Record<FunnelBreakdown, string>> = {
  DEVICE: 'Device',
  BROWSER: 'Browser',
  COUNTRY: 'Country',
  REFERRER: 'Referrer',
  FIRST_PAGE: 'First page',
};

/** Windows to choose from, in minutes. */
export const windows: readonly { readonly minutes: number; readonly label: string }[] = [
  { minutes: 30, label: 'Within 30 minutes' },
  { minutes: 60, label: 'Within an hour' },
  { minutes: 1_440, label: 'Within a day' },
  { minutes: 10_080, label: 'Within 7 days' },
  { minutes: 43_200, label: 'Within 30 days' },
];

/** What can't be understood is as if it were not there. */
export function readFunnel(address: FunnelAddress): FunnelSetting {
  const minutes = Number(address.window);
  return {
    steps: readSteps(address.steps),
    order: isKey(orders, address.order) ? address.order : 'ORDERED',
    windowMinutes: Number.isInteger(minutes) && minutes >= 1 && minutes <= 525_600 ? minutes : null,
    breakdown: isKey(breakdowns, address.by) ? address.by : null,
  };
}

export function writeFunnel(
  setting: FunnelSetting,
): Record<keyof FunnelAddress, string | undefined> {
  return {
    steps: setting.steps.length > 0 ? JSON.stringify(setting.steps) : undefined,
    order: setting.order === 'ORDERED' ? undefined : setting.order,
    window: setting.windowMinutes === null ? undefined : String(setting.windowMinutes),
    by: setting.breakdown ?? undefined,
  };
}

function readSteps(text: string | undefined): FunnelStepInput[] {
  try {
    const steps: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(steps) ? steps.flatMap(readStep).slice(0, mostSteps) : [];
  } catch {
    return [];
  }
}

function readStep(step: unknown): FunnelStepInput[] {
  if (typeof step !== 'object' || step === null) return [];
  const fields = (['page', 'element', 'event'] as const).flatMap((name) => {
    const value: unknown = Reflect.get(step, name);
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return fields.length > 0 ? [Object.fromEntries(fields)] : [];
}

function isKey<K extends string>(
  record: Readonly<Record<K, unknown>>,
  key: string | undefined,
): key is K {
  return key !== undefined && Object.hasOwn(record, key);
}
