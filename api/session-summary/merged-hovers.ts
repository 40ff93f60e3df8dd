import { makeElementKey } from '../../schema/rules/element-key.ts';
import { computeHoverPattern, type HoverPattern } from '../../schema/rules/hover-pattern.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { ViewSummary } from '../fold/summary.ts';

/** All hovers of one session over one element of one page: durations and counts add up. */
export interface MergedHover {
  readonly page: string;
  readonly element: ElementInfo;
  readonly hoverDurationMs: number;
  readonly hoverCount: number;
  /** How many of them ended in a press. */
  readonly clickedCount: number;
  readonly didClick: boolean;
  readonly hoverPattern: HoverPattern;
  /** Where the first of them was: its view, and ms from that view's start. */
  readonly view: string;
  readonly firstMs: number;
}

/**
 * @param views in order
 * @param pageOf the same for the views of one page
 * @returns in order of first hover
 */
export function mergeHovers(
  views: readonly ViewSummary[],
  pageOf: (view: ViewSummary) => string,
): readonly MergedHover[] {
  const merged = new Map<string, MergedHover>();
  for (const view of views) {
    const page = pageOf(view);
    for (const hover of view.hovers) {
      const key = JSON.stringify([page, makeElementKey(hover.element)]);
      const known = merged.get(key);
      const hoverDurationMs = (known?.hoverDurationMs ?? 0) + hover.durationMs;
      const hoverCount = (known?.hoverCount ?? 0) + hover.count;
      const clickedCount = (known?.clickedCount ?? 0) + hover.clicked;
      merged.set(key, {
        page,
        element: known?.element ?? hover.element,
        hoverDurationMs,
        hoverCount,
        clickedCount,
        didClick: clickedCount > 0,
        hoverPattern: computeHoverPattern({ durationMs: hoverDurationMs, count: hoverCount }),
        view: known?.view ?? view.view,
        firstMs: known?.firstMs ?? hover.firstMs,
      });
    }
  }
  return [...merged.values()];
}
