import type { Fact } from '../fold/fact.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { DatedView } from './dated-view.ts';

/** Where and when a fact happened. */
export interface ViewContext extends DatedView {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
  /** The site's day (from 1970-01-01) on which `t` ms from the view's start fell. */
  readonly dayOf: (t: number) => number;
  /** Its hour there, 0..23. */
  readonly hourOf: (t: number) => number;
}

/**
 * What a session adds as a whole; it counts on the day on which it started. Merged hovers that a change leaves as they are
 * may be missing, before and after alike: each is to count for itself.
 */
export interface SessionContext {
  readonly session: SessionDocument;
  readonly day: number;
  readonly hour: number;
}

/** A whole number added to one field of one shared document. */
export interface Increment {
  /** A name from `counterCollections`. */
  readonly collection: string;
  /** Which document of the site: fields and values, `site` not among them. */
  readonly id: Readonly<Record<string, string | number>>;
  /** The sum's name, without dots. */
  readonly field: string;
  readonly by: number;
}

/**
 * A visitor touched a cell on a day: what exact, erasable counts of distinct people over any range of days are made
 * of. `by` counts the reasons for the touch; the last one withdrawn, the touch is gone.
 */
export interface Touch {
  /** A name from `counterCollections`: `id` plus `day` is the document that is told of the touch. */
  readonly collection: string;
  readonly id: Readonly<Record<string, string | number>>;
  /** Which of the document's cells, without dots; none where the document counts one thing only. */
  readonly cell?: string;
  readonly day: number;
  readonly by: number;
}

/**
 * What a concept derives: pure maps from what happened to whole numbers. The sum over all facts and sessions that hold
 * now is the truth, so neither order of arrival nor repetition can show. A fact that no longer holds, and a session as it
 * was before, count with the opposite sign. Listed in `api/ingest/aggregates.ts`.
 */
export interface Aggregate {
  readonly name: string;
  readonly fromFact?: (fact: Fact, view: ViewContext) => readonly Increment[];
  readonly fromSession?: (context: SessionContext) => readonly Increment[];
  readonly touchesFromFact?: (fact: Fact, view: ViewContext) => readonly Touch[];
  readonly touchesFromSession?: (context: SessionContext) => readonly Touch[];
}
