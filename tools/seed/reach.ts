import type { Point } from '../../schema/rules/point.ts';
import { Pointer } from '../../schema/wire/events.ts';
import type { Chance } from './chance.ts';
import type { PageView, SeenElement } from './page-view.ts';
import type { Person } from './people.ts';
import { makePath, sampleMs } from './pointer-path.ts';

/** Of a wheel or a finger, in one go. */
const scrollStepPx = 260;
const scrollStepMs = 260;

/** Where a hand is, and getting it elsewhere. */
export interface Reach {
  /** ms since the view began. */
  t: number;
  /** Window px. */
  at: Point;
  scrollY: number;
  readonly pass: (ms: number) => void;
  /** @param to window px */
  readonly moveTo: (to: Point, widthPx: number) => void;
  /** @param y page px, of the window's top */
  readonly scrollTo: (y: number) => void;
  /** To a place on an element, which is scrolled into sight first. */
  readonly goTo: (element: SeenElement) => void;
}

export function makeReach(view: PageView, { temper, device }: Person, chance: Chance): Reach {
  const middle = { x: view.windowWidth / 2, y: view.windowHeight / 3 };
  const reach: Reach = {
    t: 0,
    at: middle,
    scrollY: 0,
    pass: (ms) => {
      reach.t += Math.round(Math.max(0, ms));
      view.script.until(reach.t);
    },
    moveTo: (to, widthPx) => {
      for (const { x, y } of makePath(reach.at, to, widthPx, temper.pace, chance)) {
        reach.t += sampleMs;
        view.script.move(reach.t, Math.round(x), Math.round(y + reach.scrollY));
      }
      reach.at = to;
    },
    scrollTo: (y) => {
      const to = Math.round(Math.max(0, Math.min(y, view.height - view.windowHeight)));
      if (device.touch && Math.abs(to - reach.scrollY) > 40) swipe(view, reach, middle);
      scrollOn(view, reach, to, chance);
    },
    goTo: (element) => {
      const [, y, , height] = element.box;
      const top = y - reach.scrollY;
      if (top < 0 || top + height > view.windowHeight) {
        reach.scrollTo(y - view.windowHeight * chance.between(0.25, 0.6));
        reach.pass(chance.skewed(500, 0.5));
      }
      const place = aimAt(element, reach.scrollY, temper.aim, chance);
      if (device.touch) reach.at = place;
      else reach.moveTo(place, Math.min(element.box[2], element.box[3]));
      reach.pass(chance.skewed(120, 0.4));
    },
  };
  return reach;
}

function swipe({ script }: PageView, { t, scrollY }: Reach, { x, y }: Point): void {
  const place = { x: Math.round(x), y: Math.round(y + scrollY) };
  script.event('swipe', { t, pointer: Pointer.touch, ...place });
}

/** In steps, as the tracker samples them. */
function scrollOn(view: PageView, reach: Reach, to: number, chance: Chance): void {
  const { height, windowHeight: viewport } = view;
  while (reach.scrollY !== to) {
    const left = to - reach.scrollY;
    const step = Math.round(scrollStepPx * chance.between(0.7, 1.4));
    reach.scrollY = Math.abs(left) <= step ? to : reach.scrollY + step * Math.sign(left);
    reach.t += scrollStepMs;
    view.script.event('scroll', { t: reach.t, element: -1, y: reach.scrollY, height, viewport });
  }
}

/** Where on an element a hand comes down, window px: near its middle, however large it is. */
function aimAt({ box }: SeenElement, scrollY: number, aim: number, chance: Chance): Point {
  const [x, y, width, height] = box;
  const off = (lengthPx: number) =>
    Math.max(-0.48, Math.min(0.48, chance.normal(0, aim / 2))) * Math.min(lengthPx, 240);
  return { x: x + width / 2 + off(width), y: y + height / 2 + off(height) - scrollY };
}
