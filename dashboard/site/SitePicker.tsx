import { For, Show } from 'solid-js';
import { useSite } from './site-context.ts';

export function SitePicker() {
  const { sites, siteId, choose } = useSite();
  return (
    <Show when={sites().length > 1}>
      <label class="site-picker">
        <span class="screen-reader-only">Site</span>
        <select class="field" onChange={(event) => choose(event.currentTarget.value)}>
          <For each={sites()}>
            {(site) => (
              <option value={site.siteId} selected={site.siteId === siteId()}>
                {site.name}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}
