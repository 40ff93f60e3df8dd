import { Cause } from '../../schema/wire/events.ts';

/** Attributes whose changes are seen by a person. `class` and `style` may revert: see `passing.ts`. */
const seen = /^(?:aria-.*|open|hidden|checked|disabled|value|src|href|class|style)$/;
/** Nodes that show nothing. */
const unseen = /^(?:head|script|style|link|meta|title|template|noscript|#comment)$/i;

const isSeen = (node: Node): boolean => !unseen.test(node.nodeName);

/** The cause (a `Cause` bit) that a change counts as when it stays, 0 where a person cannot notice it. */
export function findCause(record: MutationRecord): number {
  const { type, target, attributeName, oldValue } = record;
  if (!isSeen(target) || (target.parentNode && !isSeen(target.parentNode))) return 0;
  if (type === 'childList') {
    return [...record.addedNodes, ...record.removedNodes].some(isSeen) ? Cause.nodes : 0;
  }
  if (!attributeName) return target.nodeValue !== oldValue ? Cause.nodes : 0;
  const isChanged = (target as Element).getAttribute(attributeName) !== oldValue;
  return isChanged && seen.test(attributeName) ? Cause.attribute : 0;
}
