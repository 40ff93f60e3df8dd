import { guard } from '../host.ts';
import { deadMs, tickerMs } from '../judge/times.ts';
import type { Recorder } from '../recorder.ts';
import type { Evidences } from './evidence.ts';

/** A change so soon after the pointer came or a key went down is their doing, ms. */
const causedMs = 50;

/**
 * Changes of the document answer presses.
 *
 * @returns observes another root (a shadow root, the document of a frame), too
 */
export function watchMutations(recorder: Recorder, tell: Evidences['tell']): (root: Node) => void {
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
    const tickedAt = tick(record.target, now());
    tell((at) => {
      const { target, attributeName } = record;
      // It may be another one when the judge comes.
      const value = attributeName
        ? (target as Element).getAttribute(attributeName)
        : target.nodeValue;
      return (judge) => judge.change(at, record, value, tickedAt);
    });
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
