import { Cause, ReactionKind } from '../../schema/wire/events.ts';
import type { Clock } from '../host.ts';
import type { Press } from '../press.ts';
import { deadMs, ownMs } from './times.ts';

const lateMs = 10;

/** An action: a press that is waited on, or a key. */
interface Action {
  /** By the clock. */
  readonly at: number;
  readonly element: Element;
}

/** The pressed element and what is above it, through open shadow roots, and how each looked. */
export type Looks = Map<EventTarget, string>;

export interface Watch extends Action {
  readonly press: Press;
  readonly looks: Looks;
  causes: number;
  isAnswered?: boolean;
  /** When the last request that it started ended, ms from the press; 0 for none. */
  networkMs: number;
  /** The verdict has been recorded. */
  isJudged?: boolean;
}

export interface Watches {
  readonly add: (at: number, press: Press, looks: Looks) => void;
  /** The watches that something happening at a time may answer, of presses since `withinMs` before. */
  readonly findOpen: (at: number, withinMs?: number) => Watch[];
  /** A strong reaction. Each cause is recorded once, while others may come at once. */
  readonly answer: (watch: Watch, cause: number, afterMs: number) => void;
  /** The time of a press is over. */
  readonly judge: (watch: Watch) => void;
  /** Something was done with the keyboard there. */
  readonly noteKey: (at: number, element: Element) => void;
  /** The view is left or hidden. */
  readonly leave: (at: number) => void;
}

const areRelated = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);

const tell = ({ press, causes, networkMs }: Watch, kind: number, afterMs: number) =>
  press.react(kind, afterMs, causes, networkMs);

const answer: Watches['answer'] = (watch, cause, afterMs) => {
  // What comes later than at once behind an answer has another cause.
  if (watch.isAnswered && (watch.causes & cause || afterMs > ownMs)) return;
  watch.causes |= cause;
  watch.isAnswered = true;
  if (!watch.isJudged) tell(watch, ReactionKind.strong, afterMs);
};

const judge: Watches['judge'] = (watch) => {
  if (watch.isAnswered) return;
  watch.isJudged = true;
  tell(watch, watch.causes ? ReactionKind.weak : ReactionKind.none, deadMs);
};

/** The presses that are waited on. */
export function makeWatches({ now, after }: Clock): Watches {
  let watches: Watch[] = [];
  let key: Action | undefined;

  return {
    answer,
    judge,
    add: (at, press, looks) => {
      const { element } = press;
      const watch: Watch = { press, element, looks, at, causes: 0, networkMs: 0 };
      watches = watches.filter((other) => at - other.at < deadMs);
      watches.push(watch);
      // Behind what else is late, where this is told late.
      after(Math.max(lateMs, at + deadMs - now()), () => judge(watch));
    },
    findOpen: (at, withinMs = deadMs) =>
      watches.filter((watch) => {
        const isOwn = (other?: Action) =>
          other &&
          other.at > watch.at &&
          at - other.at < ownMs &&
          !areRelated(other.element, watch.element);
        return at - watch.at <= withinMs && !isOwn(key) && !watches.some(isOwn);
      }),
    noteKey: (at, element) => {
      key = { at, element };
    },
    // A page that goes at once was the answer; one that is left later leaves the verdict open.
    leave: (at) => {
      for (const watch of watches.splice(0)) {
        const afterMs = at - watch.at;
        if (afterMs <= ownMs) answer(watch, Cause.hide, afterMs);
        else if (!watch.isAnswered && !watch.isJudged) tell(watch, ReactionKind.unknown, afterMs);
        watch.isJudged = watch.isAnswered = true;
      }
    },
  };
}
