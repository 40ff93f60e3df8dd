import { PressFlag } from '../schema/wire/events.ts';
import { findTarget, interactive, isMarked } from './element.ts';
import { isExempt } from './exempt.ts';
import type { Page } from './host.ts';
import type { Recorder } from './recorder.ts';

/** A press, from its beginning on. */
export interface Press {
  readonly element: Element;
  readonly event: Event;
  /** Records it. */
  readonly end: (flags: number) => void;
  /** Records what answered it, in the order of the `reaction` event; not before it, and not at all where it is called off. */
  readonly react: (kind: number, afterMs: number, causes: number, networkMs: number) => void;
}

/** Page x, y; viewport x, y; x, y in ten-thousandths of the element's sides; its sides; the viewport's sides; px. */
type Place = [number, number, number, number, number, number, number, number, number, number];

/**
 * Takes down a press as it begins: place, element and time are those of the moment.
 *
 * @param x in viewport px
 * @param pointer a `Pointer` code
 * @returns nothing where the site hides what was pressed
 */
export function takePress(
  recorder: Recorder,
  event: MouseEvent,
  [x, y]: readonly [number, number],
  pointer: number,
): Press | undefined {
  const { page } = recorder;
  const element = findTarget(event);
  if (!element) return;
  const t = recorder.t();
  const place = locate(element, x, y, page);
  const looks =
    PressFlag.interactive * Number(looksInteractive(element, page)) +
    PressFlag.noRage * Number(isMarked(event, 'no-rage'));
  const exempt = Number(isExempt(event, element));
  let number = -1;
  const reactions: (() => void)[] = [];
  return {
    element,
    event,
    end: (flags) => {
      const index = recorder.indexOf(element);
      number = recorder.view.presses++;
      recorder.record([1, t, number, index, ...place, pointer, flags | looks, exempt], element);
      for (const run of reactions) run();
    },
    react: (...fields) => {
      const run = () => recorder.record([2, recorder.t(), number, ...fields], element);
      if (number < 0) reactions.push(run);
      else run();
    },
  };
}

function locate(element: Element, x: number, y: number, page: Page): Place {
  const { left, top, width, height } = element.getBoundingClientRect();
  const share = (px: number, side: number) => (side ? (px / side) * 10_000 : 0);
  const { scrollX, scrollY, innerWidth, innerHeight } = page;
  return [
    x + scrollX,
    y + scrollY,
    x,
    y,
    share(x - left, width),
    share(y - top, height),
    width,
    height,
    innerWidth,
    innerHeight,
  ];
}

const looksInteractive = (element: Element, page: Page): boolean =>
  element.matches(`${interactive},[tabindex]`) ||
  page.getComputedStyle(element).cursor === 'pointer';
