import { isMarked } from './element.ts';

/** What answers in ways that cannot be seen from here, by tag; links that leave this page as it is; the bare page. */
const exempt =
  'textarea,select,option,canvas,video,html,body,a[download],a[target]:not([target=""],[target=_self],[target=_parent],[target=_top])';
/** A link's protocol (`mailto:`), or the beginning of an input's type: buttons, boxes and ranges are judged. */
const exemptKind = /^[^hj]\w*:|^input([^bchirs]|co|se)/;

/** Whether a press there is never judged dead (PRODUCT 3.1). */
export function isExempt(event: MouseEvent, element: Element): boolean {
  // A label stands for what it labels.
  const control = ((element as HTMLLabelElement).control ?? element) as HTMLInputElement;
  const { localName, type, isContentEditable } = control;
  const { protocol } = element as Partial<HTMLAnchorElement>;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey ||
    isContentEditable ||
    isMarked(event, 'no-dead') ||
    control.matches(exempt) ||
    exemptKind.test(protocol ?? localName + type)
  );
}
