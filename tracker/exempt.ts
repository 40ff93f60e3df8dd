import { Exempt } from '../schema/wire/events.ts';
import { isMarked } from './element.ts';

const pickers = /file|color|date|month|time|week/;
const buttons = /button|submit|reset|image|checkbox|radio|range/;
const byTag: Readonly<Record<string, number>> = {
  textarea: Exempt.textField,
  select: Exempt.select,
  option: Exempt.select,
  canvas: Exempt.canvas,
  video: Exempt.video,
  html: Exempt.barePage,
  body: Exempt.barePage,
};

/** Why a press there is never judged dead (an `Exempt` code), 0 where it is judged. */
export function findExempt(event: MouseEvent, element: Element): number {
  if (isMarked(event, 'no-dead')) return Exempt.attribute;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return Exempt.modifiedClick;
  // A label stands for what it labels.
  const control = ((element as HTMLLabelElement).control ?? element) as HTMLInputElement;
  const { localName, type } = control;
  if (localName === 'a') return findLinkExempt(element as HTMLAnchorElement);
  if (localName === 'input') {
    if (pickers.test(type)) return Exempt.picker;
    return buttons.test(type) ? Exempt.none : Exempt.textField;
  }
  if (control.isContentEditable) return Exempt.editable;
  return byTag[localName] ?? Exempt.none;
}

function findLinkExempt(link: HTMLAnchorElement): number {
  if (link.hasAttribute('download')) return Exempt.download;
  if (/^[^hj]\w*:/.test(link.protocol)) return Exempt.externalProtocol;
  return /^(?!_self|_parent|_top)./.test(link.target) ? Exempt.newTab : Exempt.none;
}
