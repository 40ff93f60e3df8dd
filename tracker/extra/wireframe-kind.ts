import { BoxKind } from '../../schema/wire/events.ts';

/** Nothing in them is looked at. */
export const pictures = 'img,svg,video,canvas,iframe,object,embed';
const controls = 'a,button,input,select,textarea,summary,[onclick],[role=button]';
const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Of its text only whether there is any. */
const hasText = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim());

const isPainted = ({ backgroundColor, borderWidth, boxShadow }: CSSStyleDeclaration): boolean =>
  backgroundColor + borderWidth + boxShadow !== 'rgba(0, 0, 0, 0)0pxnone';

/** A `BoxKind`; -1 for an element that shows nothing itself. */
export function findKind(element: Element, style: CSSStyleDeclaration): number {
  if (style.visibility !== 'visible') return -1;
  if (element.matches(pictures) || /url/.test(style.backgroundImage)) return BoxKind.image;
  if (element.matches(controls)) return BoxKind.control;
  if (element.matches(headings)) return BoxKind.heading;
  if (hasText(element)) return BoxKind.text;
  return isPainted(style) ? BoxKind.block : -1;
}
