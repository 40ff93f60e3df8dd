/** A page left for so long at most, and then opened again, was a quick-back, ms. */
const QUICK_BACK_MS = 5_000;

/** One page view as it is judged. */
export interface PageStep {
  /** Where it was: equal for the same page. */
  readonly page: string;
  /** ms since 1970. */
  readonly startedAt: number;
}

/**
 * Finds the views that came back quickly: the same page was left and is here again within 5 s (the limit included),
 * with at least one other page between.
 *
 * @param steps a session's views in order of their start
 * @returns for each view whether it is such a return
 */
export function detectQuickBacks(steps: readonly PageStep[]): boolean[] {
  /** When each page was last left: the start of the view after it. */
  const leftAt = new Map<string, number>();
  return steps.map((step, i) => {
    const before = steps[i - 1];
    if (before && before.page !== step.page) leftAt.set(before.page, step.startedAt);
    const left = before?.page === step.page ? undefined : leftAt.get(step.page);
    return left !== undefined && step.startedAt - left <= QUICK_BACK_MS;
  });
}
