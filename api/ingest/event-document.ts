import type { Fact } from '../fold/fact.ts';
import type { EventDocument, EventType } from '../store/events.ts';
import type { ViewContext } from './aggregate.ts';
import type { PlacedFact } from './fold-session.ts';

type Stored = EventDocument['fact'];

/** What happens to the event document of one fact. */
export type EventChange =
  | { readonly action: 'insert' | 'replace'; readonly document: EventDocument }
  | { readonly action: 'delete'; readonly document: EventDocument };

/** Movement lies in batches, and time on screen is only counted; every other fact is an event that is told. */
function isStored(fact: Fact): fact is Stored {
  return fact.kind !== 'moves' && fact.kind !== 'dwell';
}

/** Where a fact belongs. */
export type EventPlace = Pick<
  ViewContext,
  'site' | 'session' | 'visitor' | 'view' | 'startedAt' | 'url' | 'route'
>;

/** The net effect of a run of facts on the event documents: one change a key, and none where all is as it was. */
export function netEventChanges(facts: readonly PlacedFact[], version: number): EventChange[] {
  const changes = new Map<string, { first: PlacedFact; last: PlacedFact }>();
  for (const placed of facts) {
    if (placed.keptBy !== undefined || !isStored(placed.fact)) continue;
    const key = `${placed.view.view}/${placed.fact.key}`;
    const known = changes.get(key);
    changes.set(key, { first: known?.first ?? placed, last: placed });
  }
  return [...changes.values()].flatMap(({ first, last }): EventChange[] => {
    if (!isStored(last.fact)) return [];
    const document = makeEventDocument(last.fact, last.view, version);
    const existed = first.sign === -1;
    if (last.sign === -1) return existed ? [{ action: 'delete', document }] : [];
    if (!existed) return [{ action: 'insert', document }];
    return isSame(first, last) ? [] : [{ action: 'replace' as const, document }];
  });
}

function isSame(a: PlacedFact, b: PlacedFact): boolean {
  return a.view.route === b.view.route && JSON.stringify(a.fact) === JSON.stringify(b.fact);
}

/** An event, whether it is a document of its own or lies in a batch. */
export function makeEventDocument(fact: Stored, view: EventPlace, version: number): EventDocument {
  return {
    _id: `${view.site}/${view.session}/${view.view}/${fact.key}`,
    site: view.site,
    session: view.session,
    visitor: view.visitor,
    view: view.view,
    key: fact.key,
    types: typesOf(fact),
    at: new Date(view.startedAt.getTime() + fact.t),
    url: view.url,
    route: view.route,
    fact,
    version,
  };
}

const typeByKind = {
  view: 'NAVIGATION',
  hover: 'HOVER',
  scroll: 'SCROLL',
  visibility: 'VISIBILITY',
  typing: 'KEYBOARD',
  form: 'FORM',
  error: 'ERROR',
  custom: 'CUSTOM',
} as const;

/** A click is a rage click or a dead click as well; bursts, thrashes and shapes belong to a session or page, not to the stream of events. */
function typesOf(fact: Stored): EventType[] {
  if (fact.kind === 'click') {
    const types: EventType[] = ['CLICK'];
    if (fact.isRage) types.push('RAGE_CLICK');
    if (fact.isDead) types.push('DEAD_CLICK');
    return types;
  }
  const type = (typeByKind as Partial<Record<Stored['kind'], EventType>>)[fact.kind];
  return type ? [type] : [];
}
