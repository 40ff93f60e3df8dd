import { Cause } from '../../schema/wire/events.ts';
import type { Clock } from '../host.ts';
import { lookOf } from './look.ts';
import type { Watch, Watches } from './watches.ts';

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
  const mayGo = nodes.length > 0 && isEmpty && element.contains(target);
  return mayGo && (() => nodes.some((node) => node.isConnected));
}

/**
 * A change about the pressed element that may pass is looked at again after 600 ms: one that has reverted is weak,
 * one that stays is strong.
 *
 * @param change when it was, by the clock, what it was and what it counts as when it stays
 * @returns whether the change is looked at later
 */
export function mayPass(
  { now, after }: Clock,
  watch: Watch,
  [at, record, cause]: readonly [number, MutationRecord, number],
  answer: Watches['answer'],
): boolean {
  const stays = follow(record, watch);
  if (!stays) return false;
  after(at + revertMs - now(), () => {
    if (stays()) answer(watch, cause, at - watch.at);
    else watch.causes |= Cause.styleReverted;
  });
  return true;
}
