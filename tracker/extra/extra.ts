import { guard, type Page } from '../host.ts';
import type { Recorder } from '../recorder.ts';
import type { Settings } from '../recording.ts';
import type { Outbox } from '../transport/outbox.ts';
import { recordErrors } from './errors.ts';
import { recordForms } from './form.ts';
import { makeStream } from './stream.ts';
import { thinMoves } from './thin-moves.ts';
import { recordTyping } from './typing.ts';
import { recordWireframes } from './wireframe.ts';

/**
 * Adds to a running tracker what few sites ask for, and what few pages need.
 *
 * @param focusedAt when a field got the focus, if one did, ms from the view's start
 * @returns to be told of keys and errors
 */
export function extend(
  page: Page,
  settings: Settings,
  outbox: Outbox,
  recorder: Recorder,
  focusedAt: number,
): (event: Event, t: number, press: number) => void {
  recordForms(recorder, focusedAt);
  recordWireframes(recorder, settings);
  if (settings.sampling === 'adaptive') {
    outbox.thin = thinMoves;
    settings.sampleMs = 0;
  }
  if (settings.transport === 'websocket') {
    outbox.post = makeStream(page, `${settings.apiUrl}/v1/stream`, outbox.post);
  }
  if (settings.debug) {
    outbox.onRecord = (detail, element) =>
      (element ?? page).dispatchEvent(
        new CustomEvent('trailgraph:recorded', { detail, bubbles: true, composed: true }),
      );
  }
  const type = recordTyping(recorder);
  const fail = recordErrors(recorder);
  return (event, t, press) =>
    guard(() => {
      if (event.type === 'keydown') type(event, t);
      else if (event.type !== 'focusin') fail(event, t, press);
    })();
}
