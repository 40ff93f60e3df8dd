import { A, useLocation } from '@solidjs/router';
import { createEffect, For, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { NothingRecorded } from '../parts/NothingRecorded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { views } from '../views.ts';
import { ForOwners } from './ForOwners.tsx';
import { useSite } from './site-context.ts';

const RETRY_MS = 2_000;

/**
 * Every view is about a site: while there is none, or none of that name, or nothing was recorded of it, or the API does not say,
 * that is what shows. It heals by itself.
 */
export function SiteGate(props: { readonly children: JSX.Element }) {
  const { sites, site, siteId, loading, error, refresh } = useSite();
  const location = useLocation();
  const view = () => views.find(({ path }) => path === location.pathname);
  const failed = () => (siteId() === undefined ? error() : undefined);
  const isKnown = () => !loading() && !error();
  const hasNone = () => isKnown() && sites().length === 0 && location.pathname !== '/settings';
  const isUnknown = () => isKnown() && sites().length > 0 && !site();
  /** The view that waits for the site's first event. */
  const waiting = () => (site()?.lastEventAt === null && view()?.needsEvents ? view() : undefined);
  createEffect(() => {
    if (!(failed() || hasNone() || isUnknown() || waiting())) return;
    const timer = setInterval(refresh, RETRY_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <Switch fallback={props.children}>
      <Match when={failed()}>{(reason) => <Problem error={reason()} retry={refresh} />}</Match>
      <Match when={hasNone()}>
        <div class="notice">
          <h1>No site yet</h1>
          <ForOwners instead={<p>This token may see none. Ask an owner for one that may.</p>}>
            <p>
              <A href="/settings">Create one in Settings</A>, then add its tag to every page.
            </p>
          </ForOwners>
        </div>
      </Match>
      <Match when={isUnknown()}>
        <UnknownSite />
      </Match>
      <Match when={waiting()}>
        {(shown) => (
          <div class="view">
            <h1>{shown().label}</h1>
            <NothingRecorded site={siteId() ?? ''} />
          </div>
        )}
      </Match>
    </Switch>
  );
}

function UnknownSite() {
  const { sites, siteId } = useSite();
  const location = useLocation();
  return (
    <div class="notice" role="alert">
      <h1>There is no site “{siteId()}” here</h1>
      <p>The address may be wrong, or this token may not see that site. It may see:</p>
      <ul>
        <For each={sites()}>
          {(site) => (
            <li>
              <A href={`${location.pathname}?site=${encodeURIComponent(site.siteId)}`}>
                {site.name}
              </A>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
