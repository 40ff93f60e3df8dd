import { type Accessor, createEffect, on } from 'solid-js';

interface Keyed {
  readonly id: string;
}

/**
 * How many rows came in above the row that stood at `index` of `before`.
 *
 * @returns 0 where that row is gone
 */
export function rowsAddedAbove(
  before: readonly Keyed[],
  after: readonly Keyed[],
  index: number,
): number {
  const anchor = before[index];
  // Where a page came below, and mostly where a row changed, it stands where it stood.
  if (!anchor || after[index]?.id === anchor.id) return 0;
  const now = after.findIndex((row) => row.id === anchor.id);
  return now < 0 ? 0 : now - index;
}

/**
 * Keeps what is being read where it is: rows that arrive above the screen push the page down by their height.
 * At the top of the list they simply appear.
 *
 * @param layout how much of the list is above the screen, and the height of a row
 */
export function createAnchor(
  rows: Accessor<readonly Keyed[]>,
  layout: Accessor<{ readonly abovePx: number; readonly rowPx: number }>,
): void {
  createEffect(
    on(rows, (after, before) => {
      if (!before) return;
      const { abovePx, rowPx } = layout();
      if (abovePx <= 0) return;
      const added = rowsAddedAbove(before, after, Math.floor(abovePx / rowPx));
      if (added) window.scrollBy(0, added * rowPx);
    }),
  );
}
