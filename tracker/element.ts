import { shorten } from './mask.ts';

/** Elements that a press or a hover is meant for, when it lands on something inside them. */
export const interactive =
  'a[href],button,input,select,textarea,label,summary,option,[onclick],[role=button],[role=link],[role=tab],[role=switch],[role=option],[role^=menuitem]';

/** `#cart > li:nth-of-type(2) > button`: up to five steps, from the nearest ancestor with an id that lasts. */
function makePath(element: Element | null, below: readonly string[]): string {
  if (!element || below[4]) return below.join(' > ');
  const { localName, parentElement, id } = element;
  // Ids with digits are often made anew each time.
  if (/^[a-z_-]+$/i.test(id)) return [`#${id}`, ...below].join(' > ');
  let nth = 1;
  for (let twin = element.previousElementSibling; twin; twin = twin.previousElementSibling) {
    if (twin.localName === localName) nth++;
  }
  const place = element.matches(':only-of-type') ? '' : `:nth-of-type(${nth})`;
  return makePath(parentElement, [localName + place, ...below]);
}

/**
 * What the wire tells of an element, in the order of `elementStrings`. No text, no value. Where no role is given, an
 * input's type stands in for it; what a tag implies is left to the reader.
 */
export function describeElement(element: Element): string[] {
  const { localName, type = '' } = element as HTMLInputElement;
  const attribute = (name: string) => shorten(element.getAttribute(name));
  return [
    localName,
    attribute('id'),
    attribute('class'),
    attribute('role') || type,
    shorten(makePath(element, [])),
    attribute('data-trail-name'),
  ];
}

/** The elements that an event passes, deepest first, through open shadow roots. */
const elementsOf = (event: Event): Element[] =>
  (event.composedPath() as Element[]).filter((node) => node.localName);

/** The element that an event is meant for: the nearest one to be pressed, else the deepest. */
export function findTarget(event: Event): Element | undefined {
  if (isMarked(event, 'ignore')) return;
  const elements = elementsOf(event);
  return elements.find((element) => element.matches(interactive)) ?? elements[0];
}

/** Whether the element or one above it has the attribute `data-trail-…`. */
export const isMarked = (event: Event, name: string): boolean =>
  // Of the document or the window, none: and pages hear of scrolling 60 times a second.
  !!(event.target as Element).localName &&
  elementsOf(event).some((element) => element.hasAttribute(`data-trail-${name}`));
