import { InstallSnippet } from './InstallSnippet.tsx';

/** Before the first event of a site: how to get one. Data takes this place by itself when it arrives. */
export function NothingRecorded(props: { readonly site: string }) {
  return (
    <div class="notice">
      <h2>Waiting for the first visit</h2>
      <p>
        Add this tag to every page of the site. This view fills by itself as soon as someone comes.
      </p>
      <InstallSnippet site={props.site} />
    </div>
  );
}
