import { Cause, ReactionKind } from '../../schema/wire/events.ts';
import { guard } from '../host.ts';
import type { Press } from '../press.ts';
import type { Recorder } from '../recorder.ts';

/** No strong reaction within this time, and nothing answered the press, ms. */
export const deadMs = 5_000;
/** What happens so soon after an action elsewhere answers that action, not the presses before it, ms. */
const ownMs = 1_000;
/** A request that starts so soon after a press is its doing, and counts if it ends in time, ms from the press. */
const startedMs = 500;
const endedMs = 15_000;

/** An action: a press that is waited on, or a key. */
interface Action {
  /** By the clock. */
  readonly at: number;
  readonly element: Element;
}

export interface Watch extends Action {
  readonly press: Press;
  /** The element and what is above it, through open shadow roots, and how each looked. */
  readonly looks: Map<EventTarget, string>;
  causes: number;
  isAnswered?: boolean;
  /** When the last request that it started ended, ms from the press; 0 for none. */
  networkMs: number;
  /** The verdict has been recorded. */
  isJudged?: boolean;
}

export interface Watches {
  readonly add: (press: Press) => void;
  /** The watches that something happening now may answer, of presses since `withinMs` ago. */
  readonly findOpen: (withinMs?: number) => Watch[];
  /** A strong reaction. Each cause is recorded once, while others may come at once. */
  readonly answer: (watch: Watch, cause: number, afterMs: number) => void;
  /** Something that answers every open watch. */
  readonly answerAll: (cause: number, withinMs?: number) => () => void;
  /** Something was done with the keyboard there. */
  readonly noteKey: (element: Element | undefined) => void;
  /** A request starts; the function it gives notes its end. */
  readonly noteRequest: () => () => void;
}

/** Class and style, without regard to order and blanks. */
export const lookOf = (node: EventTarget): string => {
  const { classList, style } = node as HTMLElement;
  // biome-ignore lint/suspicious/useArraySortCompare: any order will do, if only it is the same.
  return [...(classList ?? [])].sort() + style?.cssText;
};

const areRelated = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);

export function makeWatches(recorder: Recorder): Watches {
  const { now, after, t } = recorder;
  let watches: Watch[] = [];
  let key: Action | undefined;

  const findOpen = (withinMs = deadMs) => {
    const at = now();
    return watches.filter((watch) => {
      const isOwn = (other?: Action) =>
        other &&
        other.at > watch.at &&
        at - other.at < ownMs &&
        !areRelated(other.element, watch.element);
      return at - watch.at <= withinMs && !isOwn(key) && !watches.some(isOwn);
    });
  };
  /** Once the press itself is recorded; not at all where that is called off. */
  const tell = ({ press, causes, networkMs }: Watch, kind: number, afterMs: number) => {
    const run = () =>
      recorder.record([2, t(), press.number, kind, afterMs, causes, networkMs], press.element);
    if (press.number < 0) press.later.push(run);
    else run();
  };
  const answer = (watch: Watch, cause: number, afterMs: number) => {
    // What comes later than at once behind an answer has another cause.
    if (watch.isAnswered && (watch.causes & cause || afterMs > ownMs)) return;
    watch.causes |= cause;
    watch.isAnswered = true;
    if (!watch.isJudged) tell(watch, ReactionKind.strong, afterMs);
  };
  const judge = (watch: Watch) => {
    if (watch.isAnswered) return;
    watch.isJudged = true;
    tell(watch, watch.causes ? ReactionKind.weak : ReactionKind.none, deadMs);
  };

  // A page that goes at once was the answer; one that is left later leaves the verdict open.
  recorder.beforeLeaving(() => {
    for (const watch of watches.splice(0)) {
      const afterMs = now() - watch.at;
      if (afterMs <= ownMs) answer(watch, Cause.hide, afterMs);
      else if (!watch.isAnswered && !watch.isJudged) tell(watch, ReactionKind.unknown, afterMs);
      watch.isJudged = watch.isAnswered = true;
    }
  });

  return {
    findOpen,
    answer,
    add: (press) => {
      const { element } = press;
      const looks = new Map(press.event.composedPath().map((node) => [node, lookOf(node)]));
      const watch: Watch = { press, element, looks, at: now(), causes: 0, networkMs: 0 };
      watches = watches.filter(({ at }) => watch.at - at < deadMs);
      watches.push(watch);
      after(deadMs, () => judge(watch));
    },
    answerAll: (cause, withinMs) => () => {
      for (const watch of findOpen(withinMs)) answer(watch, cause, now() - watch.at);
    },
    noteKey: (element) => {
      if (element) key = { at: now(), element };
    },
    noteRequest: () => {
      const started = findOpen(startedMs);
      return guard(() => {
        for (const watch of started) {
          watch.networkMs = now() - watch.at;
          if (watch.isJudged && watch.networkMs < endedMs) judge(watch);
        }
      });
    },
  };
}
