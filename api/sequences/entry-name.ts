import { makeElementKey } from '../../schema/rules/element-key.ts';
import type { Fact } from '../fold/fact.ts';

/** What an entry of a sequence is. */
export type EntryKind = 'page' | 'click' | 'event';

/** A name as it is read: which route, and on it which element (by its key) or custom event. */
export interface EntryName {
  readonly kind: EntryKind;
  readonly route: string;
  /** Empty for a page view. */
  readonly subject: string;
}

const codes = { page: 'p', click: 'c', event: 'e' } as const;
const kinds: Readonly<Record<string, EntryKind>> = { p: 'page', c: 'click', e: 'event' };

/** Kind, route and subject as one line, so that equal names are equal strings. */
export function writeName({ kind, route, subject }: EntryName): string {
  const parts = subject === '' ? [route] : [route, subject];
  return codes[kind] + parts.map((part) => part.replaceAll(/[\t\n\r]/g, ' ')).join('\t');
}

export function readName(line: string): EntryName {
  const tab = line.indexOf('\t');
  return {
    kind: kinds[line.charAt(0)] ?? 'page',
    route: tab < 0 ? line.slice(1) : line.slice(1, tab),
    subject: tab < 0 ? '' : line.slice(tab + 1),
  };
}

/** @returns null for what no sequence holds, clicks on nothing that could be named among it */
export function nameFact(fact: Fact, route: string): string | null {
  switch (fact.kind) {
    case 'view':
      return writeName({ kind: 'page', route, subject: '' });
    case 'click':
      return fact.element
        ? writeName({ kind: 'click', route, subject: makeElementKey(fact.element) })
        : null;
    case 'custom':
      return writeName({ kind: 'event', route, subject: fact.name });
    default:
      return null;
  }
}
