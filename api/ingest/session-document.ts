import { summariseSession } from '../session-summary/session-summary.ts';
import { pathOf } from '../sites/route.ts';
import type { SessionDocument, SessionRules } from '../store/sessions.ts';
import type { DatedView } from './dated-view.ts';
import type { ViewDocument } from './view-document.ts';

/** A view that has its first batch. */
type ShownView = ViewDocument & {
  readonly dated: DatedView;
  readonly summary: NonNullable<ViewDocument['summary']>;
};

/** What of a session's document is not computed from its views. */
export interface SessionKeeping {
  readonly version: number;
  readonly rules: SessionRules;
  readonly generation: number;
}

/**
 * A session's document: a pure function of its views, whatever their order.
 *
 * @returns null where no view has its first batch yet
 */
export function makeSessionDocument(
  views: readonly ViewDocument[],
  keeping: SessionKeeping,
): SessionDocument | null {
  const shown = views.filter(isShown).sort(byStart);
  const first = shown[0];
  const last = shown.at(-1);
  if (!first || !last) return null;
  const { dated } = first;
  const routes = new Map(shown.map((view) => [view.view, view.dated.route]));
  const summary = summariseSession(
    shown.map((view) => view.summary),
    ({ view, url }) => routes.get(view) ?? url,
  );
  const user = summary.user || null;
  return {
    site: first.site,
    session: first.session,
    visitor: first.visitor,
    user,
    startedAt: dated.startedAt,
    endedAt: new Date(summary.endedAt),
    activeUntil: new Date(Math.ceil((summary.endedAt + 1) / quarterMs) * quarterMs),
    url: dated.url,
    lastUrl: last.dated.url,
    referrer: dated.referrer || null,
    routes: shown.map((view) => view.dated.route),
    pages: namesOfPages(shown),
    terms: findableWords(first, user, shown),
    device: dated.device,
    browser: dated.browser,
    os: dated.os,
    country: dated.country,
    region: dated.region,
    automated: shown.some((view) => view.dated.automated),
    viewportWidth: dated.viewportWidth,
    viewportHeight: dated.viewportHeight,
    hasRage: summary.rageClicks > 0,
    hasDead: summary.deadClicks > 0,
    summary,
    ...keeping,
  };
}

function isShown(view: ViewDocument): view is ShownView {
  return view.dated !== null && view.summary !== null;
}

function byStart(a: ShownView, b: ShownView): number {
  return a.dated.startedAt.getTime() - b.dated.startedAt.getTime() || (a.view < b.view ? -1 : 1);
}

/** People name a page by its route, its path or its whole address. */
function namesOfPages(views: readonly ShownView[]): string[] {
  const names = views.flatMap(({ dated }) => [dated.route, pathOf(dated.url), dated.url]);
  return [...new Set(names)].sort(byText);
}

const quarterMs = 900_000;
const mostWords = 200;

/** Words in lower case: ids whole, addresses in pieces. */
function findableWords(
  { visitor, session, dated }: ShownView,
  user: string | null,
  views: readonly ShownView[],
): string[] {
  const names = [user, dated.country, dated.region, dated.browser, dated.os];
  const texts = [...names, ...views.map((view) => view.dated.url), dated.referrer];
  const words = texts.flatMap((text) =>
    (text ?? '')
      .toLowerCase()
      // Every address begins so: such a word would find everything.
      .replace(/^https?:\/\/(www\.)?/, '')
      .split(/[^\p{L}\p{N}]+/u),
  );
  const whole = [visitor, session, user ?? ''].map((id) => id.toLowerCase());
  return [...new Set([...whole, ...words])]
    .filter((word) => word !== '')
    .sort(byText)
    .slice(0, mostWords);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
