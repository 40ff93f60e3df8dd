import { Cause, ReactionKind } from '../../schema/wire/events.ts';
import { guard } from '../host.ts';
import type { Judge, makeJudge } from '../judge/judge.ts';
import { deadMs, endedMs, ownMs } from '../judge/times.ts';
import type { Looks } from '../judge/watches.ts';
import type { Press } from '../press.ts';
import type { Recorder } from '../recorder.ts';

/** Loads `t-press.js`, which says what answered a press, when the first press begins. */
export type LoadJudge = () => Promise<{ readonly makeJudge: typeof makeJudge }>;

/** What may have answered a press, as it was when it happened. */
export type Evidence = (judge: Judge) => void;

export interface Evidences {
  /** A press begins. `looks`: see {@link Looks} */
  readonly begin: (press: Press, looks: Looks) => void;
  /** Something happens. Looked at where a press may be waiting for it, and told once the judge is there. */
  readonly tell: (look: (at: number) => Evidence) => void;
  /** The address changed. */
  readonly navigated: () => void;
}

/** What may answer presses, from its own moment on: the judge may come later, and gets all of it in its order. */
export function gatherEvidence(recorder: Recorder, load: LoadJudge): Evidences {
  const { now } = recorder;
  let judge: Judge | undefined;
  let isSentFor = false;
  /** What the judge is to be told when it comes. */
  let waiting: Evidence[] = [];
  /** The presses among that. */
  let presses: (readonly [press: Press, at: number])[] = [];
  let awaitedUntil = 0;

  /** It is too late for the judge: what happens now answers the presses since `withinMs` ago, the others stay open. */
  const giveUp = (cause: number, withinMs: number) => {
    for (const [press, at] of presses) {
      const afterMs = now() - at;
      if (afterMs <= withinMs) press.react(ReactionKind.strong, afterMs, cause, 0);
      else press.react(ReactionKind.unknown, afterMs, 0, 0);
    }
    presses = [];
    waiting = [];
  };
  const tell: Evidences['tell'] = (look) => {
    const at = now();
    if (at > awaitedUntil) return;
    const evidence = look(at);
    if (judge) evidence(judge);
    else waiting.push(evidence);
  };
  const send = async () => {
    isSentFor = true;
    try {
      judge = (await load()).makeJudge(recorder);
      for (const evidence of waiting) guard(evidence)(judge);
      presses = [];
      waiting = [];
    } catch {
      // The next press tries again; most browsers remember.
      isSentFor = false;
      giveUp(0, -1);
    }
  };
  recorder.beforeLeaving(() => {
    giveUp(Cause.hide, ownMs);
    judge?.leave(now());
  });
  return {
    tell,
    begin: (press, looks) => {
      const at = now();
      awaitedUntil = at + endedMs;
      if (!judge) presses.push([press, at]);
      if (!isSentFor) void send();
      tell(() => (late) => late.press(at, press, looks));
    },
    navigated: () => {
      giveUp(Cause.navigation, deadMs);
      tell((at) => (late) => late.see(at, 'navigation'));
    },
  };
}
