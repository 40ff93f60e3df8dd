import { Index } from 'solid-js';

const widths = [38, 52, 30, 44, 61, 35, 48, 40];

/** The list's shape while its first page is on the way. */
export function SessionTableSkeleton() {
  return (
    <div class="session-skeleton" aria-busy="true">
      <span class="screen-reader-only">Loading sessions</span>
      <Index each={widths}>
        {(width) => (
          <div>
            <span class="skeleton" style={{ width: '8rem' }} />
            <span class="skeleton" style={{ width: `${width()}%` }} />
          </div>
        )}
      </Index>
    </div>
  );
}
