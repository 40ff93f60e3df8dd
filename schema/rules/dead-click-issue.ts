export type DeadClickIssue = 'non-interactive-element' | 'broken-interaction' | 'unclear-ui';

/** An element is listed with more dead clicks than this. */
export const DEAD_ELEMENT_CLICKS = 2;

/**
 * What is wrong with an element that people click in vain: a div, span or p only looks as if it could be clicked; a button
 * or link with more than 10 dead clicks is broken; all else is unclear.
 *
 * @param tag in lower case
 */
export function computeDeadClickIssue(tag: string, deadClicks: number): DeadClickIssue {
  if (tag === 'div' || tag === 'span' || tag === 'p') return 'non-interactive-element';
  if ((tag === 'button' || tag === 'a') && deadClicks > 10) return 'broken-interaction';
  return 'unclear-ui';
}
