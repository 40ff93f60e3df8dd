import { Cause } from '../../schema/wire/events.ts';
import type { Clock } from '../host.ts';
import { lookOf, type Watch, type Watches } from './watches.ts';

/** Flashes and ripples are over by then, ms. */
const revertMs = 600;

/** Nodes that came since they are watched. */
const added = new WeakSet<Node>();

/** For class and style of the pressed element and of what is above: whether they still differ. */
const followLook = ({ target, attributeName }: MutationRecord, { looks }: Watch) =>
  /class|style/.test(attributeName ?? '') &&
  looks.has(target) &&
  (() => lookOf(target) !== looks.get(target));

/** For textless nodes that come into the pressed element, and go again: whether they are still there. */
function followNodes({ target, type, addedNodes, removedNodes }: MutationRecord, watch: Watch) {
  const nodes = [...addedNodes, ...removedNodes];
  for (const node of addedNodes) added.add(node);
  return (
    type === 'childList' &&
    watch.element.contains(target) &&
    nodes.every((node) => !node.textContent && added.has(node)) &&
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
): boolean {
  const stays = followLook(record, watch) || followNodes(record, watch);
  if (!stays) return false;
  after(revertMs, () => {
    if (stays()) answer(watch, record.attributeName ? Cause.attribute : Cause.nodes, afterMs);
    else watch.causes |= Cause.styleReverted;
  });
  return true;
}
