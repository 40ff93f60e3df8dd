import { useSearchParams } from '@solidjs/router';
import type { PeriodParameters } from '../period/period.ts';
import { useSite } from './site-context.ts';

export type LinkTo = (
  path: string,
  parameters?: Readonly<Record<string, string | undefined>>,
) => string;

/** Makes addresses of other views: the site goes along, the rest is what that view understands. */
export function useSiteLink(): LinkTo {
  const { siteId } = useSite();
  return (path, parameters = {}) => {
    const query = new URLSearchParams();
    const site = siteId();
    if (site) query.set('site', site);
    for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
    return query.size ? `${path}?${query}` : path;
  };
}

type Scope = Record<keyof PeriodParameters | 'compare' | 'device', string>;

/**
 * The same to views about a span of time: the dates that are looked at, whether they are compared, and the class of device go
 * along too.
 */
export function useDatedLink(): LinkTo {
  const linkTo = useSiteLink();
  const [address] = useSearchParams<Scope>();
  return (path, parameters = {}) => {
    const { period, hour, from, to, compare, device } = address;
    return linkTo(path, { period, hour, from, to, compare, device, ...parameters });
  };
}
