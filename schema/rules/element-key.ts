import type { ElementInfo } from '../wire/batch.ts';

/**
 * The same string for the same element of a page, in every view: its given name, or else path, tag and id. Not its class,
 * which changes with its state (`open`, `active`).
 */
export function makeElementKey(element: ElementInfo): string {
  return element.name
    ? JSON.stringify([element.name])
    : JSON.stringify([element.path, element.tag, element.id]);
}
