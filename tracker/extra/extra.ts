import type { Page } from '../host.ts';
import type { Settings } from '../recording.ts';
import type { Outbox } from '../transport/outbox.ts';
import { makeStream } from './stream.ts';
import { thinMoves } from './thin-moves.ts';

/** Adds to a running tracker what few sites ask for. */
export function extend(page: Page, settings: Settings, outbox: Outbox): void {
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
}
