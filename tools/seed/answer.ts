import { Cause, ReactionKind, type WireEventOf } from '../../schema/wire/events.ts';
import type { Chance } from './chance.ts';

/** What a press is answered with; null: nothing, for as long as anybody waits. */
export type Answer = Pick<WireEventOf<'reaction'>, 'kind' | 'afterMs' | 'causes'> | null;

/** The page changes, soon. */
export function changes(chance: Chance): Answer {
  return {
    kind: ReactionKind.strong,
    afterMs: Math.round(chance.skewed(45, 0.5)),
    causes: Cause.nodes | Cause.attribute,
  };
}

/** Another page comes. */
export function navigates(chance: Chance): Answer {
  return {
    kind: ReactionKind.strong,
    afterMs: Math.round(chance.skewed(140, 0.4)),
    causes: Cause.navigation,
  };
}

/** The page changes after a while: late enough to be called slow. */
export function changesLate(afterMs: number): Answer {
  return { kind: ReactionKind.strong, afterMs: Math.round(afterMs), causes: Cause.nodes };
}
