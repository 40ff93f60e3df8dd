import type { EventDocument } from '../../store/events.ts';
import { harmlessText } from './harmless-text.ts';
import type { Material } from './material.ts';
import { nameElement } from './name-element.ts';

export const evidenceKinds = [
  'CLICK',
  'DEAD_CLICK',
  'RAGE_CLICK',
  'SLOW_CLICK',
  'HOVER',
  'SCROLL',
  'EXCESSIVE_SCROLL',
  'THRASH',
  'PAGE',
  'ERROR',
  'OTHER',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** An event that a finding points at: enough to find the moment, and its place on the page, in the replay. */
export interface Evidence {
  readonly site: string;
  readonly session: string;
  readonly view: string;
  /** The event's key, unique in its view. */
  readonly key: string;
  readonly kind: EvidenceKind;
  /** From the session's start. */
  readonly tMs: number;
  readonly url: string;
  /** Page px; null where the event has no place. */
  readonly x: number | null;
  readonly y: number | null;
  /** In words: `Dead click on button#pay`. */
  readonly label: string;
}

/** Gives events short names, and knows afterwards which event a name means. */
export class References {
  readonly #names = new Map<string, string>();
  readonly #evidence = new Map<string, Evidence>();

  /** The event's name; the same for the same event. */
  refer(event: EventDocument, { session }: Pick<Material, 'session'>): string {
    const id = `${event.session}/${event.view}/${event.key}`;
    const known = this.#names.get(id);
    if (known) return known;
    const name = `e${this.#names.size + 1}`;
    this.#names.set(id, name);
    this.#evidence.set(name, makeEvidence(event, session.startedAt));
    return name;
  }

  /** What was named; null for a name that was made up. */
  find(name: string): Evidence | null {
    return this.#evidence.get(name) ?? null;
  }
}

function makeEvidence(event: EventDocument, startedAt: Date): Evidence {
  const { site, session, view, key, at, url, fact } = event;
  const place = 'x' in fact ? { x: Math.round(fact.x), y: Math.round(fact.y) } : null;
  const { kind, label } = describe(fact);
  return {
    ...{ site, session, view, key, kind, url, label },
    tMs: at.getTime() - startedAt.getTime(),
    x: place?.x ?? null,
    y: place?.y ?? null,
  };
}

function describe(fact: EventDocument['fact']): { kind: EvidenceKind; label: string } {
  switch (fact.kind) {
    case 'click': {
      const [kind, word] = judge(fact);
      return { kind, label: `${word} on ${nameElement(fact.element).label}` };
    }
    case 'hover':
      return {
        kind: 'HOVER',
        label: `Hover over ${nameElement(fact.element).label}, ${seconds(fact.durationMs)}`,
      };
    case 'scroll':
      return { kind: 'SCROLL', label: `Scrolled to ${Math.round(fact.depthPercent)} %` };
    case 'excessiveScroll':
      return {
        kind: 'EXCESSIVE_SCROLL',
        label: `Scrolled to and fro ${fact.reversals} times in ${seconds(fact.durationMs)}`,
      };
    case 'thrash':
      return {
        kind: 'THRASH',
        label: `Threw the pointer to and fro ${fact.reversals} times in ${seconds(fact.durationMs)}`,
      };
    case 'view':
      return { kind: 'PAGE', label: 'Opened the page' };
    case 'error':
      return { kind: 'ERROR', label: `Error: ${harmlessText(fact.message)}` };
    default:
      return { kind: 'OTHER', label: fact.kind };
  }
}

function judge(click: Extract<EventDocument['fact'], { kind: 'click' }>) {
  if (click.isRage) return ['RAGE_CLICK', 'Rage click'] as const;
  if (click.isDead) return ['DEAD_CLICK', 'Dead click'] as const;
  return click.isSlow ? (['SLOW_CLICK', 'Slow click'] as const) : (['CLICK', 'Click'] as const);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
