/** How a press was answered, as far as is known. `pending`: its time has not run out. */
export type Reaction = 'none' | 'weak' | 'strong' | 'unknown' | 'pending';

/** What was seen after one press: everything told about it, merged. Plain JSON. */
export interface SeenReaction {
  readonly reaction: Reaction;
  /** Of the first strong reaction, from the press; null where there was none. */
  readonly strongMs: number | null;
  /** `Cause` bits of all. */
  readonly causes: number;
  /** The latest end of a request that the press started, up to `NETWORK_REVIVAL_MS`; null for none. */
  readonly networkMs: number | null;
}

/** A request that ends later than this no longer answers the press, ms. */
export const NETWORK_REVIVAL_MS = 15_000;

export const nothingSeen: SeenReaction = {
  reaction: 'pending',
  strongMs: null,
  causes: 0,
  networkMs: null,
};

/**
 * `unknown` (the page was left before a verdict) weighs more than `none` and `weak`: who left is never said to have
 * clicked in vain.
 */
const strength: { readonly [R in Reaction]: number } = {
  pending: 0,
  none: 1,
  weak: 2,
  unknown: 3,
  strong: 4,
};

/** Both observations as one: the strongest reaction, the earliest strong one, all causes. Order does not matter. */
export function mergeReactions(a: SeenReaction, b: SeenReaction): SeenReaction {
  return {
    reaction: strength[b.reaction] > strength[a.reaction] ? b.reaction : a.reaction,
    strongMs: pick(Math.min, a.strongMs, b.strongMs),
    causes: a.causes | b.causes,
    networkMs: pick(Math.max, withinRevival(a.networkMs), withinRevival(b.networkMs)),
  };
}

function withinRevival(networkMs: number | null): number | null {
  return networkMs !== null && networkMs <= NETWORK_REVIVAL_MS ? networkMs : null;
}

function pick(
  choose: (a: number, b: number) => number,
  a: number | null,
  b: number | null,
): number | null {
  return a === null || b === null ? (a ?? b) : choose(a, b);
}
