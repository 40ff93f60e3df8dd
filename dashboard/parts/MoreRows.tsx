import type { CombinedError } from '@urql/core';
import { Show } from 'solid-js';

/** A list that comes page by page. */
interface PagedList {
  readonly hasMore: () => boolean;
  readonly isLoading: () => boolean;
  /** Why the last page asked for did not come. */
  readonly moreError: () => CombinedError | undefined;
  readonly loadMore: () => Promise<void>;
}

/** Below a list: the next page of it, while there is one. */
export function MoreRows(props: { readonly list: PagedList; readonly label: string }) {
  return (
    <Show when={props.list.hasMore()}>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={props.list.isLoading()}
          onClick={() => void props.list.loadMore()}
        >
          {props.label}
        </button>
        <Show when={props.list.moreError()}>
          <span role="alert">They did not come. Try again.</span>
        </Show>
      </div>
    </Show>
  );
}
