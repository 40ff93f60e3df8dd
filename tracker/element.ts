import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

/** Elements that a press or a hover is meant for, when it lands on something inside them. */
export const interactive =
  'a[href],button,input,select,textarea,label,summary,option,[onclick],[role=button],[role=link],[role=tab],[role=switch],[role=option],[role^=menuitem]';

/** `#cart > li:nth-of-type(2) > button`: up to five steps, from the nearest ancestor with a lasting id. */
function makePath(element: Element | null, steps: string): string {
  if (!element || steps.split('>').length > 5) return steps;
  const { localName, parentElement, id } = element;
  const join = (step: string) => (steps ? `${step} > ${steps}` : step);
  // Ids with longer numbers are made anew each time.
  if (/^[a-z][\w-]*$/i.test(id) && !/\d{3}/.test(id)) return join(`#${id}`);
  const twins = [...(parentElement?.children ?? [])].filter((twin) => twin.localName === localName);
  const place = twins[1] ? `:nth-of-type(${twins.indexOf(element) + 1})` : '';
  return makePath(parentElement, join(localName + place));
}

/** What the wire tells of an element, in the order of `elementStrings`. No text, no value. */
export function describeElement(element: Element): string[] {
  const attribute = (name: string, chars: number) => shorten(element.getAttribute(name), chars);
  return [
    shorten(element.localName, limits.tagChars),
    attribute('id', limits.idChars),
    attribute('class', limits.classChars),
    attribute('role', limits.roleChars) ||
      shorten((element as HTMLInputElement).type, limits.roleChars),
    shorten(makePath(element, ''), limits.pathChars),
    attribute('data-trail-name', limits.nameChars),
  ];
}

/** The elements that an event passes, deepest first, through open shadow roots. */
const elementsOf = (event: Event): Element[] =>
  (event.composedPath() as Element[]).filter((node) => node.localName);

/** The element that an event is meant for: the nearest one to be pressed, else the deepest. */
export function findTarget(event: Event): Element | undefined {
  const elements = elementsOf(event);
  return elements.find((element) => element.matches(interactive)) ?? elements[0];
}

/** Whether the element or one above it has the attribute `data-trail-…`. */
export const isMarked = (event: Event, name: string): boolean =>
  elementsOf(event).some((element) => element.hasAttribute(`data-trail-${name}`));
