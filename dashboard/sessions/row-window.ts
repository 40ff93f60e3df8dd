import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';

/** Rows of a list, by their places from 0; `end` is not included. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Which rows of one height are on the screen: a division, however long the list is.
 *
 * @param abovePx how much of the list is above the upper edge of the screen, less than 0 where it begins below that
 */
export function rowsInSight(abovePx: number, screenPx: number, rowPx: number): RowRange {
  return {
    first: Math.max(0, Math.floor(abovePx / rowPx)),
    end: Math.max(0, Math.ceil((abovePx + screenPx) / rowPx)),
  };
}

/** How much of an element is above the upper edge of the screen, px. */
export function pxAbove(element: Element): number {
  return -element.getBoundingClientRect().top;
}

/** The rows on the screen, as the window is scrolled and resized. */
export function createRowWindow(
  list: () => Element,
  rowPx: Accessor<number>,
  rows: Accessor<unknown>,
): Accessor<RowRange> {
  const [range, setRange] = createSignal<RowRange>(rowsInSight(0, window.innerHeight, rowPx()), {
    equals: (a, b) => a.first === b.first && a.end === b.end,
  });
  const look = () => setRange(rowsInSight(pxAbove(list()), window.innerHeight, rowPx()));
  onMount(() => {
    createEffect(on([rowPx, rows], look));
    const options = { passive: true } as const;
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look, options);
  });
  onCleanup(() => {
    window.removeEventListener('scroll', look);
    window.removeEventListener('resize', look);
  });
  return range;
}
