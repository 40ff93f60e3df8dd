import { Exempt } from '../schema/wire/events.ts';
import { hasAbove } from './element.ts';

const pickers = /^(?:file|color|date|datetime-local|month|time|week)$/;
const buttons = /^(?:button|submit|reset|image|checkbox|radio|range)$/;

const byTag: Record<string, number> = {
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
  if (hasAbove(event, 'data-trail-no-dead')) return Exempt.attribute;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return Exempt.modifiedClick;
  // A label stands for what it labels.
  const control = (element as HTMLLabelElement).control ?? element;
  const tag = control.localName;
  if (tag === 'input') return findInputExempt((control as HTMLInputElement).type);
  if ((control as HTMLElement).isContentEditable) return Exempt.editable;
  return tag === 'a' ? findLinkExempt(control as HTMLAnchorElement) : (byTag[tag] ?? 0);
}

function findInputExempt(type: string): number {
  if (pickers.test(type)) return Exempt.picker;
  return buttons.test(type) ? 0 : Exempt.textField;
}

function findLinkExempt(link: HTMLAnchorElement): number {
  if (link.hasAttribute('download')) return Exempt.download;
  if (!/^(?:https?|javascript)?:/.test(link.protocol)) return Exempt.externalProtocol;
  return /^(?!_(?:self|parent|top)$)./.test(link.target) ? Exempt.newTab : 0;
}
