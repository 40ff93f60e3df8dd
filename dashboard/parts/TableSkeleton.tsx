import { Index } from 'solid-js';

/** A table's shape while its rows are on the way. */
export function TableSkeleton(props: { readonly rows: number }) {
  return (
    <div class="table-skeleton" aria-busy="true">
      <span class="screen-reader-only">Loading</span>
      <Index each={Array.from({ length: props.rows })}>
        {(_, row) => (
          <div>
            <span class="skeleton" style={{ width: `${24 + ((row * 17) % 22)}%` }} />
            <span class="skeleton" style={{ width: '8%' }} />
          </div>
        )}
      </Index>
    </div>
  );
}
