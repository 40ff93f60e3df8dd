import { Visibility } from '../../schema/wire/events.ts';
import type { Recorder } from '../recorder.ts';

/**
 * The tab hidden, shown, closed. When it is hidden or closed, the page may be gone in a moment: all that is open is
 * recorded and sent.
 *
 * @param leave sends what is packed in a way that outlives the page
 */
export function recordVisibility(recorder: Recorder, leave: () => void): void {
  recorder.on('visibilitychange pagehide', ({ type }) => {
    const isClosing = type === 'pagehide';
    const isShown = !isClosing && !document.hidden;
    recorder.record([5, recorder.t(), isClosing ? Visibility.closed : Number(isShown)]);
    if (isShown) return;
    recorder.leave(isClosing);
    leave();
  });
}
