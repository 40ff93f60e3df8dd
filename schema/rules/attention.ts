/** Attention lasts this long after the last sign of presence, ms; then the visitor counts as idle. */
const ATTENTION_MS = 30_000;

/**
 * Attentive time between two moments: the tab was visible throughout, and the last sign of presence was less than 30 s ago.
 *
 * @param fromMs not before `lastPresenceMs`
 */
export function computeAttention(lastPresenceMs: number, fromMs: number, toMs: number): number {
  return Math.max(0, Math.min(toMs, lastPresenceMs + ATTENTION_MS) - fromMs);
}
