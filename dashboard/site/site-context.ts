import { useSearchParams } from '@solidjs/router';
import type { CombinedError } from '@urql/core';
import { createQuery } from '@urql/solid';
import { type Accessor, createContext, createMemo, useContext } from 'solid-js';
import { SitesDocument, type SitesQuery } from '../generated/sites.ts';

export type SiteSummary = SitesQuery['sites'][number];

interface SiteState {
  readonly sites: Accessor<readonly SiteSummary[]>;
  /** The site in the address, else the first one; undefined until the sites are known, or where there is none. */
  readonly site: Accessor<SiteSummary | undefined>;
  /** The site to ask the API for: what the address says even before the sites are known. */
  readonly siteId: Accessor<string | undefined>;
  /** Whether the one who asks may change things, as an owner may; a reader is refused. Undefined until it is known. */
  readonly mayManage: Accessor<boolean | undefined>;
  readonly loading: Accessor<boolean>;
  readonly error: Accessor<CombinedError | undefined>;
  readonly choose: (siteId: string) => void;
  readonly refresh: () => void;
}

export const SiteContext = createContext<SiteState>();

export function useSite(): SiteState {
  const state = useContext(SiteContext);
  if (!state) throw new Error('useSite() is for components inside the frame.');
  return state;
}

/** The site all views are about. It is in the address (`?site=`), so that a link shows the same to everyone. */
export function createSiteState(): SiteState {
  const [parameters, setParameters] = useSearchParams<{ site?: string }>();
  const [result, ask] = createQuery({ query: SitesDocument });
  // What is known stays when a later look fails: every view hangs on it.
  const known = createMemo<SitesQuery | undefined>((before) => result.data ?? before);
  const sites = () => known()?.sites ?? [];
  const site = createMemo(() => {
    const named = parameters.site;
    return named ? sites().find((each) => each.siteId === named) : sites()[0];
  });
  return {
    sites,
    site,
    siteId: () => parameters.site ?? site()?.siteId,
    mayManage: () => {
      const viewer = known()?.viewer;
      return viewer && viewer.role === 'OWNER';
    },
    loading: () => !(known() || result.error),
    error: () => result.error,
    choose: (siteId) => setParameters({ site: siteId }),
    refresh: () => ask({ requestPolicy: 'network-only' }),
  };
}
