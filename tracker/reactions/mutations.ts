import { Cause } from '../../schema/wire/events.ts';
import { guard } from '../host.ts';
import type { Recorder } from '../recorder.ts';
import { findCause } from './changes.ts';
import { mayPass } from './passing.ts';
import { deadMs, type Watches } from './watches.ts';

/** What changed by itself so shortly before a press does not answer it (clocks, tickers), ms. */
const tickerMs = 2_000;
/** A change so soon after the pointer came or a key went down is their doing, ms. */
const causedMs = 50;

/**
 * Changes of the document answer presses.
 *
 * @returns observes another root (a shadow root, the document of a frame), too
 */
export function watchMutations(recorder: Recorder, watches: Watches): (root: Node) => void {
  const { now, on } = recorder;
  /** When a node last changed by itself. */
  const tickers = new WeakMap<Node, number>();
  /** Before when no change is by itself. */
  let causedUntil = 0;

  /** @returns when the node last changed by itself, before this change */
  const tick = (node: Node, at: number) => {
    const tickedAt = tickers.get(node) ?? -tickerMs;
    const isCaused = at <= Math.max(causedUntil, recorder.enteredAt + causedMs);
    if (!isCaused || at - tickedAt <= tickerMs) tickers.set(node, at);
    return tickedAt;
  };
  const see = (record: MutationRecord) => {
    const at = now();
    const tickedAt = tick(record.target, at);
    for (const watch of watches.findOpen()) {
      const cause = findCause(record);
      if (!cause) return;
      const afterMs = at - watch.at;
      if (tickedAt >= watch.at - tickerMs) watch.causes |= Cause.alreadyChanging;
      else if (!mayPass(recorder, watches, [record, watch, afterMs], cause))
        watches.answer(watch, cause, afterMs);
    }
  };
  const observer = new MutationObserver(guard((records) => records.forEach(see)));
  const cause = (ms: number) => () => {
    causedUntil = Math.max(causedUntil, now() + ms);
  };
  on('pointerdown click', cause(deadMs));
  on('focusin focusout keydown', cause(causedMs));
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributeOldValue: true,
      characterDataOldValue: true,
    });
  observe(document);
  return observe;
}
