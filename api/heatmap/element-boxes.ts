import { type ElementInfo, elementStrings } from '../../schema/wire/batch.ts';
import { markElement } from '../../schema/wire/element-mark.ts';
import type { WireframeBox } from '../../schema/wire/wireframe.ts';
import type { Wireframe } from '../wireframe/wireframe.ts';

/** @returns null where the element is not in the page's shape, or where two boxes have its mark: one of them would be wrong */
export type BoxFinder = (element: ElementInfo) => WireframeBox | null;

/** What finds elements in a page's shape. */
export function makeBoxFinder(wireframe: Wireframe | null): BoxFinder {
  const byMark = new Map<number, WireframeBox | null>();
  for (const box of wireframe?.boxes ?? []) {
    if (box.mark > 0) byMark.set(box.mark, byMark.has(box.mark) ? null : box);
  }
  return (element) => byMark.get(markElement(elementStrings.map((name) => element[name]))) ?? null;
}
