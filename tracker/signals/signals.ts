import { guard } from '../host.ts';
import type { TrackerOptions } from '../public-types.ts';
import type { Recorder } from '../recorder.ts';
import { recordErrors } from './errors.ts';
import { recordHovers } from './hover.ts';
import { type MoveOptions, recordMoves } from './moves.ts';
import { recordPresses } from './presses.ts';
import { type Reactions, recordReactions } from './reactions.ts';
import { recordResizes } from './resize.ts';
import { recordScroll } from './scroll.ts';
import { recordTyping } from './typing.ts';
import { watchViews } from './views.ts';
import { recordVisibility } from './visibility.ts';

/**
 * Starts every signal that the site wants. One that a browser cannot run leaves the others alone.
 *
 * @returns how movement is sampled, to be changed on the way
 */
export function startSignals(
  recorder: Recorder,
  options: TrackerOptions,
  params: readonly string[],
  ownUrl: string,
  open: (kind: number, referrer: string) => void,
  leave: () => void,
): MoveOptions {
  const { sampleMs = 50, sampleRate = 1 } = options;
  const moves = { sampleMs, sampleRate };
  let reactions: Reactions | undefined;
  /** Wanted, if the site did not say otherwise. */
  const start = (isWanted: boolean | undefined, signal: () => void) => {
    if (isWanted !== false) guard(signal)();
  };

  start(options.trackMouseMove, () => recordMoves(recorder, moves));
  start(options.trackMouseClick, () => {
    reactions = recordReactions(recorder, ownUrl);
  });
  start(options.trackMouseClick, () => recordPresses(recorder, (press) => reactions?.watch(press)));
  start(true, () => recordHovers(recorder));
  start(options.trackScroll, () => recordScroll(recorder));
  start(true, () => recordTyping(recorder));
  start(true, () => recordErrors(recorder));
  start(true, () => recordResizes(recorder));
  start(true, () => watchViews(recorder, params, open, () => reactions?.navigated()));
  start(true, () => recordVisibility(recorder, leave));
  return moves;
}
