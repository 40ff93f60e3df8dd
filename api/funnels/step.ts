import { makeElementKey } from '../../schema/rules/element-key.ts';
import type { EntryKind, EntryName } from '../sequences/entry-name.ts';
import { routeOf } from '../sites/route.ts';

/**
 * Other entries allowed between the steps (`ORDERED`), none of the kinds asked for (`STRICT`), or any order of the steps
 * (`ANY`).
 */
export type FunnelOrder = 'ORDERED' | 'STRICT' | 'ANY';

/** One step: a page view, a click on an element or a custom event; the last two anywhere, or on a page. */
export interface FunnelStep {
  readonly kind: EntryKind;
  /** A route, an address, or a pattern with `*`; null: any page (never for a page view). */
  readonly page: string | null;
  /** The element, or the event's name; empty for a page view. */
  readonly subject: string;
}

/** Says whether an entry is the step. */
export type StepMatcher = (entry: EntryName) => boolean;

/** @param routes the site's route patterns: an address as a step means its route */
export function makeMatcher(step: FunnelStep, routes: readonly string[]): StepMatcher {
  const isPage = step.page === null ? () => true : makePageMatcher(step.page, routes);
  const isSubject = step.kind === 'click' ? makeElementMatcher(step.subject) : null;
  return ({ kind, route, subject }) =>
    kind === step.kind &&
    isPage(route) &&
    (isSubject ? isSubject(subject) : subject === step.subject);
}

/** `*` stands for any characters; else the page is a route or an address. */
export function makePageMatcher(
  page: string,
  routes: readonly string[],
): (route: string) => boolean {
  if (page.includes('*')) {
    const parts = page.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
    return (route) => pattern.test(route);
  }
  const wanted = routeOf(page, routes);
  return (route) => route === wanted || route === page;
}

/** An element is named by its key, the site's own name for it, its CSS path, or `#id`. */
function makeElementMatcher(element: string): (key: string) => boolean {
  const named = makeElementKey({ ...noElement, name: element });
  return (key) => key === element || key === named || isCalled(key, element);
}

const noElement = { index: 0, tag: '', id: '', class: '', role: '', path: '', name: '' };

function isCalled(key: string, element: string): boolean {
  const [path, tag, id] = readElementKey(key);
  if (path === element && tag !== undefined) return true;
  return id !== undefined && id !== '' && (element === `#${id}` || element === `${tag}#${id}`);
}

/** The parts of an element's key: a name alone, or path, tag and id; none where it is no key. */
export function readElementKey(key: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}

/** What people call a step. */
export function labelStep({ kind, page, subject }: FunnelStep): string {
  if (kind === 'page') return page ?? '';
  const what = kind === 'click' ? labelElement(subject) : subject;
  return page === null ? what : `${what} on ${page}`;
}

/** `Pay now`, `button#pay`, or the end of its path. */
export function labelElement(key: string): string {
  const [path, tag, id] = readElementKey(key);
  if (path === undefined) return key;
  if (tag === undefined) return path;
  if (id) return `${tag}#${id}`;
  return path.split(' > ').at(-1) || tag;
}
