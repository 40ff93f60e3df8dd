import { Cause } from '../../schema/wire/events.ts';

/** Attributes whose changes are seen by a person. `class` and `style` may revert: see `passing.ts`. */
const seen = /^(?:aria-.*|open|hidden|checked|disabled|value|src|href|class|style)$/;
/** Elements that show nothing, or are none of our business. */
const unseen = 'head,script,style,link,meta,template,noscript,[data-trail-ignore]';

/** Texts, and elements that show something. */
const isSeen = (node: Node): boolean =>
  node.nodeType === 3 || (node as Element).matches?.(unseen) === false;

/**
 * The cause (a `Cause` bit) that a change counts as when it stays, 0 where a person cannot notice it.
 *
 * @param value what the attribute or the text was changed to
 */
export function findCause(record: MutationRecord, value: string | null): number {
  const { target, attributeName, oldValue } = record;
  const element = 'closest' in target ? (target as Element) : target.parentElement;
  if (element?.closest(unseen)) return 0;
  // Of what is neither attribute nor text, both values are null.
  const isChanged = value !== oldValue;
  if (attributeName) return isChanged && seen.test(attributeName) ? Cause.attribute : 0;
  return isChanged || [...record.addedNodes, ...record.removedNodes].some(isSeen) ? Cause.nodes : 0;
}
