import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { ClickLayer } from './layer.ts';

/** Cells along each side of an element's box: clicks on it are kept to 5 % of its width and height. */
export const ELEMENT_CELLS = 20;
const MYRIAD = 10_000;

/** The layer under which the clicks of `layer` are kept relative to their elements. */
export function elementLayer(layer: ClickLayer): string {
  return `E_${layer}`;
}

/** An element's name among the members of a page. The path comes first: elements are asked for by it. */
export function memberOf({ path, tag, id, class: className, role, name }: ElementInfo): string {
  return JSON.stringify([path, tag, id, className, role, name]);
}

/** What `memberOf` named; without its number, which is a view's own. */
export function elementOf(member: string): ElementInfo {
  const [path = '', tag = '', id = '', className = '', role = '', name = ''] = JSON.parse(
    member,
  ) as string[];
  return { index: -1, path, tag, id, class: className, role, name };
}

/** The cell of a place in an element's box, row by row: 0..399. Places beyond its edge count at the edge. */
export function elementCell(xMyriad: number, yMyriad: number): number {
  return cellAlong(yMyriad) * ELEMENT_CELLS + cellAlong(xMyriad);
}

function cellAlong(myriad: number): number {
  const cell = Math.floor((myriad * ELEMENT_CELLS) / MYRIAD);
  return Math.min(ELEMENT_CELLS - 1, Math.max(0, cell));
}
