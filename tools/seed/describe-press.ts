import { Pointer, PressFlag } from '../../schema/wire/events.ts';
import type { PageView, SeenElement } from './page-view.ts';
import type { Reach } from './reach.ts';

const pressable = /^(a|button|label|input|select|textarea|summary)$/;

/** A press as the tracker tells of it. */
export function describePress(
  view: PageView,
  element: SeenElement,
  { t, at, scrollY }: Reach,
  isTouch: boolean,
) {
  const [left, top, width, height] = element.box;
  const [tag = ''] = element.strings;
  return {
    t,
    element: view.indexOf(element),
    x: Math.round(at.x),
    y: Math.round(at.y + scrollY),
    viewportX: Math.round(at.x),
    viewportY: Math.round(at.y),
    elementXMyriad: toMyriad((at.x - left) / width),
    elementYMyriad: toMyriad((at.y + scrollY - top) / height),
    elementWidth: width,
    elementHeight: height,
    viewportWidth: view.windowWidth,
    viewportHeight: view.windowHeight,
    pointer: isTouch ? Pointer.touch : Pointer.mouse,
    flags: pressable.test(tag) ? PressFlag.interactive : 0,
    exempt: element.part === 'field' ? 1 : 0,
  };
}

function toMyriad(share: number): number {
  return Math.round(Math.max(0, Math.min(1, share)) * 10_000);
}
