import { Exempt } from '../schema/wire/events.ts';
import { isMarked } from './element.ts';

/** By tag and, for inputs, the beginning of their type: buttons, boxes and ranges are judged. */
const kinds: readonly (readonly [code: number, kind: RegExp])[] = [
  [Exempt.textField, /^(textarea|input(te|se|u|e|p|n))/],
  [Exempt.select, /^(select|option)/],
  [Exempt.picker, /^input(f|co|d|m|ti|w)/],
  [Exempt.canvas, /^canvas/],
  [Exempt.video, /^video/],
  [Exempt.barePage, /^(html|body)/],
];

/** Why a press there is never judged dead (an `Exempt` code), 0 where it is judged. */
export function findExempt(event: MouseEvent, element: Element): number {
  if (isMarked(event, 'no-dead')) return Exempt.attribute;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return Exempt.modifiedClick;
  // A label stands for what it labels.
  const control = ((element as HTMLLabelElement).control ?? element) as HTMLInputElement;
  if (control.isContentEditable) return Exempt.editable;
  const { localName, type } = control;
  return localName === 'a'
    ? findLinkExempt(element as HTMLAnchorElement)
    : (kinds.find(([, kind]) => kind.test(localName + type))?.[0] ?? Exempt.none);
}

function findLinkExempt(link: HTMLAnchorElement): number {
  if (link.hasAttribute('download')) return Exempt.download;
  if (/^[^hj]\w*:/.test(link.protocol)) return Exempt.externalProtocol;
  return /^(?!_self|_parent|_top)./.test(link.target) ? Exempt.newTab : Exempt.none;
}
