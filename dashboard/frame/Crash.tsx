/** A view failed to load or broke: nothing of ours is lost by loading the page again. */
export function Crash(props: { readonly error: unknown }) {
  return (
    <div class="notice" role="alert">
      <h2>This view could not be shown</h2>
      <p>
        Loading the page again usually helps: after an update of Trailgraph its parts have new
        addresses.
      </p>
      <p class="quiet">
        {props.error instanceof Error ? props.error.message : String(props.error)}
      </p>
      <button type="button" class="button" data-kind="main" onClick={() => location.reload()}>
        Load again
      </button>
    </div>
  );
}
