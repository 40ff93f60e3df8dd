import { useClient } from '@urql/solid';
import { createSignal, onCleanup, Show } from 'solid-js';
import { SettingsDocument } from '../generated/settings.ts';
import { InstallSnippet } from '../parts/InstallSnippet.tsx';
import { formatAgo } from '../time/format.ts';
import { createNow } from '../time/now.ts';

const CHECK_EVERY_MS = 2_000;

/** The tag to install, and whether events of the site arrive: looked at every two seconds. */
export function InstallCheck(props: { readonly siteId: string }) {
  const client = useClient();
  const now = createNow();
  const [lastEventAt, setLastEventAt] = createSignal<string | null>();
  const check = async () => {
    const { data } = await client
      .query(SettingsDocument, { site: props.siteId }, { requestPolicy: 'network-only' })
      .toPromise();
    if (data) setLastEventAt(data.site?.lastEventAt ?? null);
  };
  void check();
  const timer = setInterval(() => void check(), CHECK_EVERY_MS);
  onCleanup(() => clearInterval(timer));
  return (
    <section class="settings-part" aria-labelledby="install">
      <h2 id="install">Install</h2>
      <p class="quiet">Add this tag to every page of the site, best inside its head.</p>
      <InstallSnippet site={props.siteId} />
      <output class="row">
        <Show when={lastEventAt() !== undefined}>
          <span class="dot" data-on={lastEventAt() ? '' : undefined} aria-hidden="true" />
          <Show when={lastEventAt()} fallback="Nothing received yet. Open a page that has the tag.">
            {(at) => `Receiving events: the last one ${formatAgo(Date.parse(at()), now())}`}
          </Show>
        </Show>
      </output>
    </section>
  );
}
