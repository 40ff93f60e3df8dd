import { Cause } from '../../schema/wire/events.ts';
import type { Clock } from '../host.ts';
import { lookOf, type Watch, type Watches } from './watches.ts';

/** Flashes and ripples are over by then, ms. */
const revertMs = 600;

/**
 * For what may pass, whether it is still to be seen: class and style of the pressed element and of what is above; textless
 * nodes that come into the pressed element, and go again.
 */
function follow(record: MutationRecord, { element, looks }: Watch): false | (() => boolean) {
  const { target, attributeName, addedNodes, removedNodes } = record;
  if (attributeName) {
    const isLook = /class|style/.test(attributeName) && looks.has(target);
    return isLook && (() => lookOf(target) !== looks.get(target));
  }
  const nodes = [...addedNodes, ...removedNodes];
  for (const node of addedNodes) looks.set(node, '');
  const isEmpty = nodes.every((node) => !node.textContent && looks.has(node));
  return (
    !!nodes[0] &&
    isEmpty &&
    element.contains(target) &&
    (() => nodes.some((node) => node.isConnected))
  );
}

/**
 * A change about the pressed element that may pass is looked at again after 600 ms: one that has reverted is weak,
 * one that stays is strong.
 *
 * @returns whether the change is looked at later
 */
export function mayPass(
  { after }: Clock,
  { answer }: Watches,
  [record, watch, afterMs]: readonly [MutationRecord, Watch, number],
  cause: number,
): boolean {
  const stays = follow(record, watch);
  if (!stays) return false;
  after(revertMs, () => {
    if (stays()) answer(watch, cause, afterMs);
    else watch.causes |= Cause.styleReverted;
  });
  return true;
}
