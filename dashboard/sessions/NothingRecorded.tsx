import { Show } from 'solid-js';
import { InstallSnippet } from '../parts/InstallSnippet.tsx';

/** Before the first session: how to get one. The list takes this place by itself when it arrives. */
export function NothingRecorded(props: { readonly site: string | undefined }) {
  return (
    <div class="notice">
      <h2>Waiting for the first visit</h2>
      <p>
        <Show
          when={props.site}
          fallback="Create a site in Settings, then add its tag to every page."
        >
          Add this tag to every page of the site. This list fills by itself as soon as someone
          comes.
        </Show>
      </p>
      <Show when={props.site}>{(site) => <InstallSnippet site={site()} />}</Show>
    </div>
  );
}
