import { A, useLocation } from '@solidjs/router';
import { createEffect, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { Problem } from '../parts/Problem.tsx';
import { useSite } from './site-context.ts';

const RETRY_MS = 2_000;

/** Every view is about a site: while there is none, or the API does not say, that is what shows. It heals by itself. */
export function SiteGate(props: { readonly children: JSX.Element }) {
  const { sites, siteId, loading, error, refresh } = useSite();
  const location = useLocation();
  const failed = () => (siteId() === undefined ? error() : undefined);
  const hasNone = () =>
    !loading() && !error() && sites().length === 0 && location.pathname !== '/settings';
  createEffect(() => {
    if (!failed() && !hasNone()) return;
    const timer = setInterval(refresh, RETRY_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <Switch fallback={props.children}>
      <Match when={failed()}>{(reason) => <Problem error={reason()} retry={refresh} />}</Match>
      <Match when={hasNone()}>
        <div class="notice">
          <h1>No site yet</h1>
          <p>
            <A href="/settings">Create one in Settings</A>, then add its tag to every page.
          </p>
        </div>
      </Match>
    </Switch>
  );
}
