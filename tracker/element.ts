import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

/** Elements that a press or a hover is meant for, when it lands on something inside them. */
export const interactive =
  'a[href],button,input,select,textarea,label,summary,option,[onclick],[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=switch],[role=option],[role^=menuitem]';

const implied: Record<string, string> = {
  a: 'link',
  summary: 'button',
  select: 'combobox',
  textarea: 'textbox',
  nav: 'navigation',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
};
const sameAsTag = /^(button|main|form|table|dialog|option|article|img)$/;
const impliedByType: Record<string, string> = {
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

function findRole(element: Element): string {
  const tag = element.localName;
  if (tag === 'input') {
    const { type } = element as HTMLInputElement;
    return impliedByType[type] ?? (/submit|button|reset|image/.test(type) ? 'button' : 'textbox');
  }
  if (/^h\d$/.test(tag)) return 'heading';
  return implied[tag] ?? (sameAsTag.test(tag) ? tag : '');
}

/** `#cart > li:nth-of-type(2) > button`: up to five steps, from the nearest ancestor with a lasting id. */
function makePath(element: Element): string {
  const steps: string[] = [];
  let at: Element | null = element;
  while (at && steps.length < 5) {
    if (/^[a-z](?:[\w-](?!\d{3}))*$/i.test(at.id)) {
      steps.unshift(`#${at.id}`);
      break;
    }
    const { localName, parentElement }: Element = at;
    const twins = Array.from(parentElement?.children ?? []).filter(
      (child) => child.localName === localName,
    );
    steps.unshift(
      twins.length > 1 ? `${localName}:nth-of-type(${twins.indexOf(at) + 1})` : localName,
    );
    at = parentElement;
  }
  return steps.join(' > ');
}

/** What the wire tells of an element, in the order of `elementStrings`. No text, no value. */
export const describeElement = (element: Element): string[] => [
  shorten(element.localName, limits.tagChars),
  shorten(element.id, limits.idChars),
  shorten(element.getAttribute('class'), limits.classChars),
  shorten(element.getAttribute('role') || findRole(element), limits.roleChars),
  shorten(makePath(element), limits.pathChars),
  shorten(element.getAttribute('data-trail-name'), limits.nameChars),
];

const elementsOf = (event: Event): Element[] =>
  event.composedPath().filter((node): node is Element => 'getBoundingClientRect' in node);

/** The element that an event is meant for: the nearest one to be pressed, else the deepest. */
export function findTarget(event: Event): Element | undefined {
  const elements = elementsOf(event);
  return elements.find((element) => element.matches(interactive)) ?? elements[0];
}

/** Whether the element or one above it, through open shadow roots, has the attribute. */
export const hasAbove = (event: Event, attribute: string): boolean =>
  elementsOf(event).some((element) => element.hasAttribute(attribute));
