import { createQuery } from '@urql/solid';
import { Show } from 'solid-js';
import { forgetToken, readToken } from '../auth/token.ts';
import { createTitle } from '../frame/title.ts';
import { SettingsDocument } from '../generated/settings.ts';
import { Problem } from '../parts/Problem.tsx';
import { ForOwners } from '../site/ForOwners.tsx';
import { useSite } from '../site/site-context.ts';
import { CreateSite } from './CreateSite.tsx';
import { EraseVisitor } from './EraseVisitor.tsx';
import { InstallCheck } from './InstallCheck.tsx';
import { SiteFacts } from './SiteFacts.tsx';
import { SiteForm } from './SiteForm.tsx';
import { Tokens } from './Tokens.tsx';
import './settings.css';

/** What the owner decides: sites, how they are recorded, and how the tag gets onto their pages. */
export function SettingsView() {
  createTitle(() => 'Settings');
  const { siteId } = useSite();
  const [result, ask] = createQuery({
    query: SettingsDocument,
    variables: () => ({ site: siteId() ?? null }),
    pause: () => siteId() === undefined,
  });
  return (
    <div class="view settings">
      <div class="view-head">
        <h1>Settings</h1>
        <Show when={readToken()}>
          <button
            type="button"
            class="button"
            onClick={() => {
              forgetToken();
              location.reload();
            }}
          >
            Sign out
          </button>
        </Show>
      </div>
      <Show when={!result.data?.site && result.error}>
        {(error) => (
          <Problem error={error()} retry={() => ask({ requestPolicy: 'network-only' })} />
        )}
      </Show>
      <Show when={result.data?.site} keyed>
        {(site) => (
          <>
            <InstallCheck siteId={site.siteId} />
            <ForOwners instead={<SiteFacts site={site} />}>
              <SiteForm site={site} />
              <EraseVisitor siteId={site.siteId} />
            </ForOwners>
          </>
        )}
      </Show>
      <ForOwners
        instead={
          <p class="quiet">
            This token reads. Changing how a site is recorded, erasing people, tokens and new sites
            are an owner’s.
          </p>
        }
      >
        <Tokens />
        <CreateSite />
      </ForOwners>
    </div>
  );
}
