import { makeElementKey } from '../../schema/rules/element-key.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';

/** Where a click hit no element that could be described: the page itself. */
export const barePage: ElementInfo = {
  index: -1,
  tag: 'html',
  id: '',
  class: '',
  role: '',
  path: 'html',
  name: '',
};

/** An element by its place, whatever state it is in: what clicks, rage and hovers are grouped by. */
export function placeKey(element: ElementInfo | null): string {
  return makeElementKey(element ?? barePage);
}

/** An element by its kind: what dead clicks are grouped by. */
export function kindKey(element: ElementInfo | null): string {
  const { tag, id, class: className } = element ?? barePage;
  return JSON.stringify([tag, id, className]);
}

/** What a `kindKey` was made of. */
export function readKindKey(key: string): { tag: string; id: string; class: string } {
  const [tag, id, className] = readStrings(key);
  return { tag: tag ?? '', id: id ?? '', class: className ?? '' };
}

/** What a `placeKey` was made of. */
export function readPlaceKey(
  key: string,
): Pick<ElementInfo, 'name' | 'path' | 'tag' | 'id'> | Pick<ElementInfo, 'name'> {
  const [first = '', ...rest] = readStrings(key);
  const [tag = '', id = ''] = rest;
  return rest.length > 0 ? { name: '', path: first, tag, id } : { name: first };
}

/** What is known of an element by its `placeKey` alone. */
export function describePlace(key: string): ElementInfo {
  return { ...barePage, ...readPlaceKey(key) };
}

function readStrings(key: string): string[] {
  const parts: unknown = JSON.parse(key);
  return Array.isArray(parts) ? parts.map(String) : [];
}
