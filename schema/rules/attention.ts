/** Attention lasts this long after the last activity, ms; then the visitor counts as idle. */
export const ATTENTION_MS = 30_000;

/**
 * Attentive time between two moments: the tab was visible throughout, and the last activity was less than 30 s ago.
 *
 * @param fromMs not before `lastActivityMs`
 */
export function computeAttention(lastActivityMs: number, fromMs: number, toMs: number): number {
  return Math.max(0, Math.min(toMs, lastActivityMs + ATTENTION_MS) - fromMs);
}
