import { detectQuickBacks } from '../../schema/rules/quick-back.ts';
import type { ViewSummary } from '../fold/summary.ts';

/** One page view within its session. */
export interface PageVisit {
  readonly view: string;
  readonly url: string;
  /** A `ViewKind`. */
  readonly kind: number;
  /** ms since 1970. */
  readonly enteredAt: number;
  /** The last activity on it, ms since 1970. */
  readonly leftAt: number;
  readonly durationMs: number;
  /** Seen and not idle. */
  readonly activeMs: number;
  readonly deepestScrollPercent: number;
  readonly clicks: number;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  readonly documentWidth: number;
  readonly documentHeight: number;
  /** It came back to a page that had been left less than 5 s before. */
  readonly isQuickBack: boolean;
}

/** @param views in order of their start */
export function listPages(views: readonly ViewSummary[]): readonly PageVisit[] {
  const quickBacks = detectQuickBacks(
    views.map(({ url, startedAt }) => ({ page: withoutHash(url), startedAt })),
  );
  return views.map((view, i) => ({
    view: view.view,
    url: view.url,
    kind: view.kind,
    enteredAt: view.startedAt,
    leftAt: view.startedAt + view.lastActivityMs,
    durationMs: view.lastActivityMs,
    activeMs: view.attentiveMs,
    deepestScrollPercent: view.deepestScrollPercent,
    clicks: view.clicks,
    viewportWidth: view.viewportWidth,
    viewportHeight: view.viewportHeight,
    documentWidth: view.documentWidth,
    documentHeight: view.documentHeight,
    isQuickBack: quickBacks[i] ?? false,
  }));
}

/** A place within a page is not another page. */
export function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
