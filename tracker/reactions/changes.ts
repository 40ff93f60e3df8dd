import { Cause } from '../../schema/wire/events.ts';

/** Attributes whose changes are seen by a person. `class` and `style` may revert: see `passing.ts`. */
const seen = /^(?:aria-.*|open|hidden|checked|disabled|value|src|href|class|style)$/;
/** Elements that show nothing, or are none of our business. */
const unseen = 'head,script,style,link,meta,template,noscript,[data-trail-ignore]';

/** Texts, and elements that show something. */
const isSeen = (node: Node): boolean =>
  node.nodeType === 3 || (node as Element).matches?.(unseen) === false;

/** The cause (a `Cause` bit) that a change counts as when it stays, 0 where a person cannot notice it. */
export function findCause(record: MutationRecord): number {
  const { target, attributeName, oldValue } = record;
  const element = 'closest' in target ? (target as Element) : target.parentElement;
  if (element?.closest(unseen)) return 0;
  if (attributeName) {
    const isChanged = element?.getAttribute(attributeName) !== oldValue;
    return isChanged && seen.test(attributeName) ? Cause.attribute : 0;
  }
  // Of what is no text, both values are null.
  const isChanged = target.nodeValue !== oldValue;
  return isChanged || [...record.addedNodes, ...record.removedNodes].some(isSeen) ? Cause.nodes : 0;
}
