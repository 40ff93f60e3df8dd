import type { Db } from 'mongodb';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { ClickFact, RageBurstFact } from '../fold/fact.ts';
import { type EventDocument, events } from '../store/events.ts';
import { kindKey, placeKey } from './element-groups.ts';
import { type ElementPlace, type ElementQuery, placeFilter } from './element-query.ts';
import { encounters } from './elements-collection.ts';
import { findSessionNames } from './find-sessions-behind.ts';

/** The latest thing that went wrong at an element, to show what it is and why it counts. */
export interface Incident {
  readonly element: ElementInfo | null;
  /** In words: `3 clicks, 640 ms, 12 px, no reaction`. */
  readonly reason: string;
}

type Told = EventDocument & { readonly fact: ClickFact | RageBurstFact };

/** Sessions that are looked into: the newest days', since any of them will do to explain a row. */
const sessionsTried = 3;

/** @returns null where it is being erased at this moment */
export async function findRecentIncident(
  db: Db,
  query: ElementQuery,
  place: ElementPlace,
): Promise<Incident | null> {
  const filter = { ...placeFilter(query, place), 'sums.count': { $gt: 0 } };
  const names = await findSessionNames(db, encounters, filter, sessionsTried);
  const told = await events
    .in(db)
    .find({
      site: query.site,
      session: { $in: names },
      route: place.route,
      'fact.kind': { $in: ['click', 'burst'] },
    })
    .sort({ at: -1, key: -1 })
    .toArray();
  return pickIncident(told as Told[], query.kind, place.element);
}

/** @param told newest first */
function pickIncident(
  told: readonly Told[],
  kind: ElementQuery['kind'],
  key: string,
): Incident | null {
  for (const { view, fact } of told) {
    if (fact.kind !== 'click' || !isMeant(fact, kind, key)) continue;
    const burst = kind === 'dead' ? null : findBurst(told, view, fact.press);
    return { element: fact.element, reason: burst?.reason ?? fact.reason ?? '' };
  }
  return null;
}

function isMeant(click: ClickFact, kind: ElementQuery['kind'], key: string): boolean {
  if (kind === 'dead') return click.isDead && kindKey(click.element) === key;
  const counts = kind === 'rage' ? click.isRage : click.isRage || click.isProductive;
  return counts && placeKey(click.element) === key;
}

function findBurst(told: readonly Told[], view: string, press: number): RageBurstFact | null {
  for (const one of told) {
    if (one.view !== view || one.fact.kind !== 'burst') continue;
    if (one.fact.presses.includes(press)) return one.fact;
  }
  return null;
}
