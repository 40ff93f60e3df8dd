import type { LoadJudge } from '../reactions/evidence.ts';
import type { Recorder } from '../recorder.ts';
import type { Settings } from '../recording.ts';
import { recordHovers } from './hover.ts';
import { recordMoves } from './moves.ts';
import { recordPresses } from './presses.ts';
import { type Reactions, recordReactions } from './reactions.ts';
import { recordResizes } from './resize.ts';
import { recordScroll } from './scroll.ts';
import { watchViews } from './views.ts';
import { recordVisibility } from './visibility.ts';

/**
 * Starts every signal that the site wants.
 *
 * @param leave sends what is packed in a way that outlives the page
 */
export function startSignals(
  recorder: Recorder,
  settings: Settings,
  params: readonly string[],
  open: (kind: number, referrer: string) => void,
  leave: () => void,
  loadJudge: LoadJudge,
): void {
  let reactions: Reactions | undefined;

  recordMoves(recorder, settings);
  if (settings.trackMouseClick !== false) {
    reactions = recordReactions(recorder, loadJudge);
    recordPresses(recorder, reactions.watch);
  }
  if (settings.trackScroll !== false) recordScroll(recorder);
  recordHovers(recorder);
  watchViews(recorder, params, open, () => reactions?.navigated());
  recordVisibility(recorder, leave);
  recordResizes(recorder);
}
