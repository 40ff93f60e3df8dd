import { InstallSnippet } from '../parts/InstallSnippet.tsx';

/** Before the first session: how to get one. The list takes this place by itself when it arrives. */
export function NothingRecorded(props: { readonly site: string }) {
  return (
    <div class="notice">
      <h2>Waiting for the first visit</h2>
      <p>
        Add this tag to every page of the site. This list fills by itself as soon as someone comes.
      </p>
      <InstallSnippet site={props.site} />
    </div>
  );
}
