import type { Db } from 'mongodb';
import { compareEvents } from '../events/event-order.ts';
import { factTypes, holdingFields, unpackEvents } from '../events/held-events.ts';
import { readViews } from '../ingest/read-views.ts';
import type { ViewDocument } from '../ingest/view-document.ts';
import { batches } from '../store/batches.ts';
import { type EventDocument, events } from '../store/events.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { views } from '../store/views.ts';
import type { Material, MaterialView } from './facts/material.ts';

/** Of a page so many of its newest sessions are read. */
const mostSessions = 50;
/** Far more than a person does in a session; what a program sends beyond it is not read. */
const mostEvents = 50_000;
const mostEventsOfPage = 4_000;

/** A session with all that facts are made from. */
export async function findSessionMaterial(db: Db, session: SessionDocument): Promise<Material> {
  return findMaterial(db, session, null, mostEvents);
}

/** The newest sessions that visited a page, each with what it did there and its way through the site. */
export async function findPageMaterial(
  db: Db,
  { site, route, since }: { readonly site: string; readonly route: string; readonly since: Date },
): Promise<Material[]> {
  const found = await sessions
    .in(db)
    .find({ site, pages: route, routes: route, startedAt: { $gte: since } })
    .sort({ startedAt: -1, session: -1 })
    .limit(mostSessions)
    .toArray();
  return Promise.all(found.map((session) => findMaterial(db, session, route, mostEventsOfPage)));
}

async function findMaterial(
  db: Db,
  session: SessionDocument,
  route: string | null,
  limit: number,
): Promise<Material> {
  const name = { site: session.site, session: session.session };
  // The views themselves are events too: they show the way, wherever it led.
  const which = route === null ? {} : { $or: [{ route }, { 'fact.kind': 'view' as const }] };
  const [documents, holding, ofViews] = await Promise.all([
    events
      .in(db)
      .find({ ...name, ...which }, { projection: { _id: 0 } })
      .sort({ at: 1, view: 1, key: 1 })
      .limit(limit)
      .toArray() as Promise<EventDocument[]>,
    batches
      .in(db)
      .find({ ...name, types: { $in: [...factTypes] } }, { projection: holdingFields })
      .sort({ view: 1, seq: 1 })
      .limit(limit)
      .toArray(),
    views
      .in(db)
      .find(name, { projection: { _id: 0 } })
      .toArray(),
  ]);
  const read = await readViews({ db }, ofViews, () => session.rules);
  const dated = new Map(read.map((view) => [view.view, view.dated]));
  const held = holding
    .flatMap((batch) => unpackEvents(batch, dated.get(batch.view) ?? null))
    .filter((event) => route === null || event.route === route);
  return {
    session,
    views: placeViews(session, read),
    events: [...documents, ...held].sort(compareEvents).slice(0, limit),
  };
}

/** By their start, as the session has them. */
function placeViews({ summary }: SessionDocument, found: readonly ViewDocument[]): MaterialView[] {
  const byName = new Map(found.map((view) => [view.view, view]));
  return summary.pages.flatMap(({ view, isQuickBack }) => {
    const { dated, summary: numbers } = byName.get(view) ?? {};
    return dated && numbers ? [{ route: dated.route, isQuickBack, summary: numbers }] : [];
  });
}
