import { ReactionKind } from '../../schema/wire/events.ts';
import type { Answer } from './answer.ts';
import type { Chance } from './chance.ts';
import { describePress } from './describe-press.ts';
import { drift } from './drift.ts';
import type { PageView, SeenElement } from './page-view.ts';
import type { Person } from './people.ts';
import { sampleMs } from './pointer-path.ts';
import { makeReach, type Reach } from './reach.ts';

/** Somebody's hand and eyes on a page; every deed takes its time and is recorded as the tracker would. */
export interface Hand {
  readonly view: PageView;
  /** ms since the view began. */
  readonly now: () => number;
  /** Does nothing that is recorded. */
  readonly wait: (ms: number) => void;
  /** Reads on, pointing along now and then. */
  readonly read: (ms: number) => void;
  /** Scrolls until this is at the window's top, page px. */
  readonly scrollTo: (y: number) => void;
  /** Points at an element, which is scrolled into sight first, and rests there. */
  readonly hover: (element: SeenElement, ms: number) => void;
  /** Points at an element and presses it, once or in a row. */
  readonly press: (element: SeenElement, answer: Answer, times?: number) => void;
  /** Throws the pointer to and fro. */
  readonly thrash: () => void;
  /** Leaves the page: presses without an answer get their verdict. */
  readonly leave: () => void;
}

/** How long a press is watched for a reaction, ms. */
const watchedMs = 5_000;

export function makeHand(view: PageView, person: Person, chance: Chance): Hand {
  const { script } = view;
  const { temper, device } = person;
  const reach = makeReach(view, person, chance);
  let unanswered: readonly { readonly press: number; readonly t: number }[] = [];

  /** Presses that nothing has answered in their time. */
  const tellOfSilence = () => {
    const isOver = ({ t }: { readonly t: number }) => reach.t - t >= watchedMs;
    for (const { press, t } of unanswered.filter(isOver)) {
      script.event('reaction', { t: t + watchedMs, press, kind: ReactionKind.none });
    }
    unanswered = unanswered.filter((each) => !isOver(each));
  };
  const wait = (ms: number) => {
    reach.pass(ms);
    tellOfSilence();
    view.pack(reach.t);
  };
  const rest = (element: SeenElement, ms: number, clicked: 0 | 1) => {
    const { t } = reach;
    const durationMs = Math.round(ms);
    wait(durationMs);
    if (!device.touch)
      script.event('hover', { t, element: view.indexOf(element), durationMs, clicked });
  };
  const pressOnce = (element: SeenElement, answer: Answer) => {
    const { t } = reach;
    const told = answer && { ...answer, t: t + answer.afterMs };
    const fields = describePress(view, element, reach, device.touch);
    const press = script.press(fields, told ?? undefined);
    if (!answer) unanswered = [...unanswered, { press, t }];
    shiftALittle(reach, chance);
  };
  return {
    view,
    now: () => reach.t,
    wait,
    scrollTo: reach.scrollTo,
    read: (ms) => {
      const until = reach.t + ms * temper.pace;
      while (reach.t < until) {
        wait(chance.skewed(900, 0.6) * (1 + temper.doubt));
        if (!device.touch && chance.happens(0.75)) drift(temper.style, reach, view, chance);
      }
    },
    hover: (element, ms) => {
      reach.goTo(element);
      rest(element, ms, 0);
    },
    press: (element, answer, times = 1) => {
      reach.goTo(element);
      rest(element, device.touch ? 0 : chance.skewed(260, 0.5), 1);
      for (let n = 0; n < times; n++) {
        if (n > 0) wait(chance.skewed(190, 0.3));
        pressOnce(element, answer);
      }
      wait(chance.skewed(350, 0.5));
    },
    thrash: () => {
      if (!device.touch) throwAbout(reach, view, chance);
    },
    leave: () => {
      tellOfSilence();
      for (const { press } of unanswered) {
        script.event('reaction', { t: reach.t, press, kind: ReactionKind.unknown });
      }
      view.end(reach.t);
    },
  };
}

/** Between two presses of a row a hand does not stand quite still. */
function shiftALittle(reach: Reach, chance: Chance): void {
  const { x, y } = reach.at;
  reach.at = { x: x + chance.between(-2, 2), y: y + chance.between(-2, 2) };
}

/** To and fro, faster than anybody aims. */
function throwAbout(reach: Reach, { script }: PageView, chance: Chance): void {
  const from = reach.at;
  for (let turn = 0; turn < 9; turn++) {
    const before = reach.at.x;
    const x = from.x + (turn % 2 === 0 ? 1 : -1) * chance.between(120, 220);
    for (const share of [0.35, 0.7, 1]) {
      reach.t += sampleMs;
      const y = from.y + reach.scrollY + turn;
      script.move(reach.t, Math.round(before + (x - before) * share), Math.round(y));
    }
    reach.at = { x, y: from.y };
  }
}
