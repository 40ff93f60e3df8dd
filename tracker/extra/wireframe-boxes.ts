import { BoxKind } from '../../schema/wire/events.ts';
import { boxUnitPx, type WireframeBox } from '../../schema/wire/wireframe.ts';
import type { Page } from '../host.ts';
import { findKind, pictures } from './wireframe-kind.ts';

/** Left, top, right, bottom: page px. */
type Edges = readonly number[];

/** Without its mark, which takes time: most of a large page's boxes have no room. */
export type FoundBox = Omit<WireframeBox, 'mark'> & { readonly element: Element };

interface Place {
  readonly element: Element;
  /** What of the page its surroundings let be seen. */
  readonly clip: Edges;
  /** It stays where it is on the screen: told where it is before any scrolling. */
  readonly isFixed?: boolean;
  /** Its parent is told as text: what of it is in the same lines is no other. */
  readonly isInText?: boolean;
}

/** Elements that are looked at, at most. */
const mostElements = 20_000;

function makeBox(kind: number, edges: Edges, element: Element): FoundBox | undefined {
  const [x = 0, y = 0, right = 0, bottom = 0] = edges.map(
    (px) => boxUnitPx * Math.round(px / boxUnitPx),
  );
  if (right <= x || bottom <= y) return undefined;
  return { kind, x, y, width: right - x, height: bottom - y, element };
}

/** Where an element is on the page, as far as it is seen. */
function findEdges({ scrollX, scrollY }: Page, { element, clip, isFixed }: Place): Edges {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = isFixed ? [0, 0] : [scrollX, scrollY];
  return [left + x, top + y, right + x, bottom + y].map((edge, side) =>
    Math[side < 2 ? 'max' : 'min'](edge, clip[side] ?? 0),
  );
}

/** Looks at one element, and says where else to look. */
function look(page: Page, place: Place, boxes: FoundBox[]): Place[] {
  const { element, isInText } = place;
  const style = page.getComputedStyle(element);
  const isHidden = style.display === 'none' || style.opacity === '0';
  if (isHidden || element.hasAttribute('data-trail-ignore')) return [];
  const isFixed = place.isFixed || style.position === 'fixed';
  const edges = findEdges(page, { ...place, isFixed });
  const kind = findKind(element, style);
  const isText = kind <= BoxKind.heading && isInText && style.display === 'inline';
  const box = kind < 0 || isText ? undefined : makeBox(kind, edges, element);
  if (box) boxes.push(box);
  if (element.matches(pictures)) return [];
  const inside = {
    // What the body does not let be seen is scrolled to.
    clip: /visible|body/.test(style.overflow + element.localName) ? place.clip : edges,
    isFixed,
    isInText: isText || kind === BoxKind.text || kind === BoxKind.heading,
  };
  const { children } = element.shadowRoot ?? element;
  return [...children].map((child) => ({ ...inside, element: child }));
}

/** Finds the boxes of a page's visible elements, in the order of the document; gives way after each element. */
export function* findBoxes(page: Page): Generator<undefined, FoundBox[]> {
  const { body, documentElement } = page.document;
  const boxes: FoundBox[] = [];
  const clip: Edges = [0, 0, documentElement.scrollWidth, documentElement.scrollHeight];
  const places: Place[] = [{ element: body, clip }];
  for (let left = mostElements; left > 0; left--) {
    const place = places.pop();
    if (!place) break;
    places.push(...look(page, place, boxes).reverse());
    yield;
  }
  return boxes;
}
