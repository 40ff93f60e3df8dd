import type { Fact } from '../fold/fact.ts';
import type { EventDocument, EventType } from '../store/events.ts';

/** One stored sample of movement. */
export interface Sample {
  readonly kind: 'sample';
  readonly x: number;
  readonly y: number;
}

/** What is shown of an event: a document, or what is unpacked from a batch. */
export interface EventNode<What extends { readonly kind: string } = Fact | Sample> {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
  /** Unique in its view. */
  readonly key: string;
  readonly type: EventType;
  readonly at: Date;
  readonly url: string;
  readonly what: What;
}

export type FactNode<K extends Fact['kind']> = EventNode<Extract<Fact, { kind: K }>>;

/** The gravest of a click's types. */
const gravity: readonly EventType[] = ['RAGE_CLICK', 'DEAD_CLICK'];

export function toEventNode(document: EventDocument): EventNode {
  const { site, session, visitor, view, key, types, at, url, fact } = document;
  const type = gravity.find((one) => types.includes(one)) ?? types[0] ?? 'CUSTOM';
  return { site, session, visitor, view, key, type, at, url, what: fact };
}

/** An event's name within its site; with the site, unique over all. */
export function nameEvent({
  site,
  session,
  view,
  key,
}: EventNode<{ readonly kind: string }>): string {
  return `${site}/${session}/${view}/${key}`;
}
