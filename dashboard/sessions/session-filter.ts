import { readDevice, writeDevice } from '../device/device.ts';
import type { DeviceClass, SessionFilter } from '../generated/sessions.ts';
import {
  type Period,
  type PeriodParameters,
  periodRange,
  readPeriod,
  writePeriod,
} from '../period/period.ts';

/** What the list shows, as the address says it. */
export interface ListFilter {
  readonly search: string;
  readonly page: string;
  /** An identified user, or an anonymous visitor. */
  readonly visitor: string;
  readonly device: DeviceClass | null;
  readonly hasRage: boolean;
  readonly hasDead: boolean;
  readonly live: boolean;
  /** Leaves out browsers that a program drives. */
  readonly peopleOnly: boolean;
  readonly period: Period | null;
}

export interface FilterParameters extends PeriodParameters {
  readonly q?: string | undefined;
  readonly page?: string | undefined;
  readonly visitor?: string | undefined;
  readonly device?: string | undefined;
  readonly rage?: string | undefined;
  readonly dead?: string | undefined;
  readonly live?: string | undefined;
  /** `0`: none of them. */
  readonly automated?: string | undefined;
}

export function readFilter(parameters: FilterParameters): ListFilter {
  return {
    search: parameters.q ?? '',
    page: parameters.page ?? '',
    visitor: parameters.visitor ?? '',
    device: readDevice(parameters.device),
    hasRage: parameters.rage === '1',
    hasDead: parameters.dead === '1',
    live: parameters.live === '1',
    peopleOnly: parameters.automated === '0',
    period: readPeriod(parameters),
  };
}

/** What stands in the address: nothing for what is not filtered. */
export function writeFilter(
  filter: ListFilter,
): Record<keyof FilterParameters, string | undefined> {
  const flag = (on: boolean) => (on ? '1' : undefined);
  return {
    q: filter.search || undefined,
    page: filter.page || undefined,
    visitor: filter.visitor || undefined,
    device: writeDevice(filter.device),
    rage: flag(filter.hasRage),
    dead: flag(filter.hasDead),
    live: flag(filter.live),
    automated: filter.peopleOnly ? '0' : undefined,
    ...writePeriod(filter.period),
  };
}

/** The API's form of the filter. */
export function toApiFilter(filter: ListFilter, now: number, timeZone: string): SessionFilter {
  return {
    ...(filter.search.trim() && { search: filter.search.trim() }),
    ...(filter.page && { page: filter.page }),
    ...(filter.visitor && { user: filter.visitor }),
    ...(filter.device && { device: filter.device }),
    ...(filter.hasRage && { hasRage: true }),
    ...(filter.hasDead && { hasDead: true }),
    ...(filter.live && { live: true }),
    ...(filter.peopleOnly && { automated: false }),
    ...periodRange(filter.period, now, timeZone),
  };
}

/** Whether every new session belongs into the list, so that none has to be asked about. */
export function isOpen(filter: SessionFilter): boolean {
  return Object.keys(filter).length === 0;
}
