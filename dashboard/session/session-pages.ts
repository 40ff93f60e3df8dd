import type { SessionFactsFragment } from '../generated/session.ts';

type PageVisit = SessionFactsFragment['pages'][number];

/** A page visited, on the session's clock. */
export interface VisitedPage {
  readonly viewId: string;
  readonly url: string;
  readonly enteredMs: number;
  readonly leftMs: number;
  readonly visit: PageVisit;
}

export function placePages(
  pages: readonly PageVisit[],
  sessionStartedAt: string,
): readonly VisitedPage[] {
  const start = Date.parse(sessionStartedAt);
  return pages
    .map((visit) => ({
      viewId: visit.viewId,
      url: visit.url,
      enteredMs: Date.parse(visit.enteredAt) - start,
      leftMs: Date.parse(visit.leftAt) - start,
      visit,
    }))
    .sort((a, b) => a.enteredMs - b.enteredMs);
}

/**
 * The page on which something happened last before a moment. With several tabs open visits overlap: the one
 * entered last among those not yet left counts.
 */
export function pageAt(pages: readonly VisitedPage[], tMs: number): VisitedPage | undefined {
  const entered = pages.filter((page) => page.enteredMs <= tMs);
  return entered.findLast((page) => page.leftMs >= tMs) ?? entered.at(-1) ?? pages[0];
}

/** The page's shape: as large as its document, and never smaller than the window it was seen in. */
export function pageSize(page: VisitedPage): { width: number; height: number } {
  const { documentWidth, documentHeight, viewportWidth, viewportHeight } = page.visit;
  return {
    width: Math.max(documentWidth, viewportWidth, 1),
    height: Math.max(documentHeight, viewportHeight, 1),
  };
}

/** Where there is most to see: the page with most clicks, the longer visit deciding between equals. */
export function busiestPage(pages: readonly VisitedPage[]): VisitedPage | undefined {
  return pages.toSorted(
    (a, b) => b.visit.clicks - a.visit.clicks || b.visit.durationMs - a.visit.durationMs,
  )[0];
}
