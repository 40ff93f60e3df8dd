import type { EventDocument } from '../../store/events.ts';
import { References } from './evidence.ts';
import { mostFacts } from './facts.ts';
import { harmlessPath } from './harmless-text.ts';
import type { Material, MaterialView, Subject } from './material.ts';

type Fact = EventDocument['fact'];
type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** An event that is looked at, with what it is and where it was. */
export interface Seen<F extends Fact = Fact> {
  readonly event: EventDocument;
  readonly fact: F;
  readonly material: Material;
  /** `p1`. */
  readonly page: string;
}

/** Pages by name, and what happened on them: what all facts are drawn from. */
export interface Scene {
  readonly materials: readonly Material[];
  readonly references: References;
  /** Addresses by name, in order; the subject's page first. */
  readonly pages: ReadonlyMap<string, string>;
  readonly pagesLeftOut: number;
  readonly pageOf: (view: MaterialView) => string;
  /** Of this kind, on the subject's pages, session after session in the order given, each by time. */
  readonly seen: <K extends Fact['kind']>(kind: K) => readonly Seen<FactOf<K>>[];
  /** The event of a view itself, shortened to its name. */
  readonly referView: (view: MaterialView, material: Material) => string | null;
}

/** What pages beyond the most visited are called. */
export const OTHER_PAGE = 'other';

export function makeScene(subject: Subject, materials: readonly Material[]): Scene {
  const keyOf = ({ route, summary }: MaterialView) =>
    subject.scope === 'page' ? route : harmlessPath(summary.url);
  const { names, leftOut } = namePages(subject, materials, keyOf);
  const pageOf = (view: MaterialView) => names.get(keyOf(view)) ?? OTHER_PAGE;
  const references = new References();
  const all = materials.flatMap((material) => {
    const views = new Map(material.views.map((view) => [view.summary.view, view]));
    return material.events.flatMap((event): Seen[] => {
      const view = views.get(event.view);
      if (!view || (subject.scope === 'page' && view.route !== subject.route)) return [];
      return [{ event, fact: event.fact, material, page: pageOf(view) }];
    });
  });
  const viewEvents = new Map(
    materials.flatMap((material) =>
      material.events
        .filter(({ fact }) => fact.kind === 'view')
        .map((event) => [`${event.session}/${event.view}`, event] as const),
    ),
  );
  return {
    materials,
    references,
    pages: new Map([...names].map(([key, name]) => [name, key])),
    pagesLeftOut: leftOut,
    pageOf,
    seen: <K extends Fact['kind']>(kind: K) =>
      all.filter((one): one is Seen<FactOf<K>> => one.fact.kind === kind),
    referView: ({ summary }, material) => {
      const event = viewEvents.get(`${material.session.session}/${summary.view}`);
      return event ? references.refer(event, material) : null;
    },
  };
}

/** The pages where most time and most clicks were, named in order of first visit. */
function namePages(
  subject: Subject,
  materials: readonly Material[],
  keyOf: (view: MaterialView) => string,
): { names: Map<string, string>; leftOut: number } {
  const weights = new Map<string, number>();
  if (subject.scope === 'page') weights.set(subject.route, Number.POSITIVE_INFINITY);
  for (const { views } of materials) {
    for (const view of views) {
      const key = keyOf(view);
      const { attentiveMs, clicks } = view.summary;
      weights.set(key, (weights.get(key) ?? 0) + 1 + attentiveMs / 1000 + 5 * clicks);
    }
  }
  const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, mostFacts.pages);
  const kept = new Set(heaviest.map(([key]) => key));
  const inOrder = [...weights.keys()].filter((key) => kept.has(key));
  return {
    names: new Map(inOrder.map((key, i) => [key, `p${i + 1}`])),
    leftOut: weights.size - kept.size,
  };
}

/** Names of the first few events. */
export function referFirst(
  { references }: Pick<Scene, 'references'>,
  some: readonly Pick<Seen, 'event' | 'material'>[],
): string[] {
  return some
    .slice(0, mostFacts.refs)
    .map(({ event, material }) => references.refer(event, material));
}

/** How many sessions are behind events. */
export function countSessions(some: readonly Pick<Seen, 'event'>[]): number {
  return new Set(some.map(({ event }) => event.session)).size;
}
