import { $TRACK, type Accessor, createEffect, on, untrack } from 'solid-js';

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
  if (!anchor) return 0;
  const now = after.findIndex((row) => row.id === anchor.id);
  return now < 0 ? 0 : now - index;
}

/**
 * Keeps what is being read where it is: rows that arrive above the screen push the page down by their height.
 * At the top of the list they simply appear.
 */
export function createAnchor(
  rows: Accessor<readonly Keyed[]>,
  layout: Accessor<{ readonly topPx: number; readonly rowPx: number }>,
): void {
  const ids = () => {
    const list = rows();
    // Which rows there are, not what is in each: of ten thousand, that would be ten thousand things to follow.
    Reflect.get(list, $TRACK);
    return untrack(() => list.map(({ id }) => ({ id })));
  };
  createEffect(
    on(ids, (after, before) => {
      if (!before) return;
      const { topPx, rowPx } = layout();
      const above = window.scrollY - topPx;
      if (above <= 0) return;
      const added = rowsAddedAbove(before, after, Math.floor(above / rowPx));
      if (added) window.scrollBy(0, added * rowPx);
    }),
  );
}
