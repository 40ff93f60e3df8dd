import type { SignedFact } from '../fold/fact.ts';
import type { SessionDocument, SessionRules } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { ViewContext } from './aggregate.ts';
import { dateView, makeViewContext } from './date-view.ts';
import { foldView, needsLaterBatches, opposite, unfolded } from './fold-view.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { makeSessionDocument } from './session-document.ts';
import { storedUpTo, type ViewDocument } from './view-document.ts';

/** A fact that now holds (+1) or no longer does (-1), and where. */
export interface PlacedFact extends SignedFact {
  readonly view: ViewContext;
}

/** A session as it is stored, and what came for it. */
export interface SessionInput {
  readonly site: SiteDocument;
  readonly session: Stored<SessionDocument> | null;
  /** All its views; `state` and `tip` are needed in those that `fresh` touches. */
  readonly views: readonly Stored<ViewDocument>[];
  /** By view: its later batches, where they are to be folded again. */
  readonly later: ReadonlyMap<string, readonly IncomingBatch[]>;
  readonly fresh: readonly IncomingBatch[];
  /** The rules to go by: the session's own, or the site's where it is new, unless told. */
  readonly rules?: SessionRules;
}

/** What the new batches make of it. */
export interface SessionChange {
  readonly before: Stored<SessionDocument> | null;
  readonly after: Stored<SessionDocument> | null;
  /** The views that changed, whole. */
  readonly views: readonly Stored<ViewDocument>[];
  /** Those of them that are not stored yet. */
  readonly newViews: ReadonlySet<string>;
  /** The views that did not. */
  readonly others: readonly Stored<ViewDocument>[];
  /** Those of them that are over from now on: they are stored whole. */
  readonly ended: readonly Stored<ViewDocument>[];
  /** Views that get their date now, after batches of theirs were stored without one. */
  readonly newlyDated: readonly string[];
  readonly facts: readonly PlacedFact[];
  readonly fresh: readonly IncomingBatch[];
  /** Stored batches that were folded again: what lies in them may be another. */
  readonly again: readonly IncomingBatch[];
  readonly version: number;
}

/** Takes new batches into a session. Pure: the same batches in any order, at once or one by one, end in the same documents. */
export function foldSession(input: SessionInput): SessionChange {
  const { site, session, fresh } = input;
  const rules = input.rules ?? session?.rules ?? rulesOf(site);
  const views = new Map(input.views.map((view) => [view.view, view]));
  const changed: Stored<ViewDocument>[] = [];
  const newlyDated: string[] = [];
  const facts: PlacedFact[] = [];
  const again: IncomingBatch[] = [];
  for (const [id, batches] of Map.groupBy(fresh, ({ batch }) => batch.view)) {
    const before = views.get(id) ?? newView(batches[0]);
    if (!before) continue;
    const later = input.later.get(id) ?? [];
    const step = foldOneView(before, later, batches, rules, site.timeZone);
    again.push(...later);
    if (before.laterSeqs.length > 0 && !before.dated && step.view.dated) newlyDated.push(id);
    views.set(id, step.view);
    changed.push(step.view);
    facts.push(...step.facts);
  }
  const version = (session?.version ?? 0) + 1;
  const generation = session?.generation ?? Math.max(...site.generations);
  const after = makeSessionDocument([...views.values()], { version, rules, generation });
  const touched = new Set(changed.map(({ view }) => view));
  const stored = new Set(input.views.map(({ view }) => view));
  const untouched = input.views.filter(({ view }) => !touched.has(view));
  const others = untouched.map((view) => (view.state && !view.isOver ? endView(view) : view));
  return {
    before: session,
    after,
    views: changed,
    newViews: new Set([...touched].filter((view) => !stored.has(view))),
    others,
    ended: others.filter((_, i) => untouched[i] !== others[i]),
    newlyDated,
    facts,
    fresh,
    again,
    version,
  };
}

export function rulesOf({
  rulesVersion,
  rageRule,
  deadClickMs,
  routes,
}: SiteDocument): SessionRules {
  return { version: rulesVersion, rageRule, deadClickMs, routes };
}

/** Which of a session's views need their later batches for `foldSession`. */
export function viewsToFoldAgain(
  views: readonly ViewDocument[],
  fresh: readonly IncomingBatch[],
): ViewDocument[] {
  const seqs = Map.groupBy(fresh, ({ batch }) => batch.view);
  return views.filter((view) => {
    const batches = seqs.get(view.view) ?? [];
    return needsLaterBatches(
      view,
      batches.map(({ batch }) => batch.seq),
    );
  });
}

function foldOneView(
  before: ViewDocument,
  later: readonly IncomingBatch[],
  fresh: readonly IncomingBatch[],
  rules: SessionRules,
  timeZone: string,
): { readonly view: ViewDocument; readonly facts: readonly PlacedFact[] } {
  const first = fresh.find(({ batch }) => batch.seq === 0);
  const dated = before.dated ?? (first ? dateView(first, rules.routes) : null);
  const step = foldView(before, later, fresh, rules);
  const foldedTo = storedUpTo(before, step.view);
  const view: ViewDocument = { ...before, ...step.view, dated, foldedTo, isOver: false };
  if (!dated) return { view, facts: [] };
  const context = makeViewContext(view, dated, timeZone);
  return { view, facts: step.facts.map((signed) => ({ ...signed, view: context })) };
}

/** Most views are over once another has begun. */
function endView(view: Stored<ViewDocument>): Stored<ViewDocument> {
  return { ...view, foldedTo: view.nextSeq, isOver: true };
}

function newView(first: IncomingBatch | undefined): ViewDocument | null {
  if (!first) return null;
  const { site, session, view, visitor } = first.batch;
  return { site, session, view, visitor, dated: null, foldedTo: 0, isOver: false, ...unfolded };
}

/** Facts taken back, in their places. */
export function withdrawPlaced(facts: readonly PlacedFact[]): PlacedFact[] {
  return facts.map((placed) => ({ ...placed, sign: opposite(placed.sign) })).reverse();
}
