import { Cause } from '../../schema/wire/events.ts';
import type { Clock } from '../host.ts';
import type { Press } from '../press.ts';
import { findAnswer } from './answers.ts';
import { findCause } from './changes.ts';
import { mayPass } from './passing.ts';
import { endedMs, tickerMs } from './times.ts';
import { type Looks, makeWatches, type Watch } from './watches.ts';

/** A request that starts so soon after a press is its doing, ms. */
const startedMs = 500;

/**
 * Says what answered each press (PRODUCT 3.1). It is told all that happens, in its order; `at` is when that was, by the clock:
 * a while ago, for what happened before it was loaded.
 */
export interface Judge {
  readonly press: (at: number, press: Press, looks: Looks) => void;
  /**
   * @param value what the attribute or the text was changed to
   * @param tickedAt when the node had last changed by itself
   */
  readonly change: (
    at: number,
    record: MutationRecord,
    value: string | null,
    tickedAt: number,
  ) => void;
  /**
   * @param type of an event, or `navigation`: the address changed
   * @param target the deepest
   * @param isSelecting whether anything was selected then
   */
  readonly see: (at: number, type: string, target?: EventTarget, isSelecting?: boolean) => void;
  /** A request starts, or, when its `id` is known, ends. */
  readonly request: (at: number, id: object) => void;
  /** The view is left or hidden. */
  readonly leave: (at: number) => void;
}

export function makeJudge(clock: Clock): Judge {
  const { add, findOpen, answer, judge, noteKey, leave } = makeWatches(clock);
  const requests = new WeakMap<object, Watch[]>();

  const end = (watch: Watch, at: number) => {
    watch.networkMs = at - watch.at;
    if (watch.isJudged && watch.networkMs < endedMs) judge(watch);
  };
  return {
    press: add,
    leave,
    change: (at, record, value, tickedAt) => {
      for (const watch of findOpen(at)) {
        const cause = findCause(record, value);
        if (!cause) return;
        const afterMs = at - watch.at;
        if (tickedAt >= watch.at - tickerMs) watch.causes |= Cause.alreadyChanging;
        else if (!mayPass(clock, watch, [at, record, cause], answer)) answer(watch, cause, afterMs);
      }
    },
    see: (at, type, target, isSelecting) => {
      if (type === 'keydown') return noteKey(at, target as Element);
      const [cause, withinMs] = findAnswer(type, target, isSelecting) ?? [];
      if (!cause) return;
      for (const watch of findOpen(at, withinMs)) answer(watch, cause, at - watch.at);
    },
    request: (at, id) => {
      const started = requests.get(id);
      for (const watch of started ?? []) end(watch, at);
      requests.set(id, started ?? findOpen(at, startedMs));
    },
  };
}
