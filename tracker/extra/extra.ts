import type { Page } from '../host.ts';
import type { TrackerOptions } from '../public-types.ts';
import type { MoveOptions } from '../signals/moves.ts';
import type { Outbox } from '../transport/outbox.ts';
import type { ViewRim } from '../view.ts';
import { makeStream } from './stream.ts';
import { thinMoves } from './thin-moves.ts';

/** What a tracker lets be changed once it runs. */
export interface Extensible {
  readonly page: Page;
  readonly options: TrackerOptions;
  readonly rim: ViewRim;
  readonly moves: MoveOptions;
  readonly outbox: Outbox;
}

/** Adds to a running tracker what few sites ask for. */
export function extend({ page, options, rim, moves, outbox }: Extensible): void {
  if (options.sampling === 'adaptive') {
    rim.thin = thinMoves;
    moves.sampleMs = 0;
  }
  if (options.transport === 'websocket') {
    outbox.send = makeStream(page, `${options.apiUrl}/v1/stream`, outbox.send);
  }
  if (options.debug) {
    rim.onRecord = (detail, element) =>
      (element ?? page).dispatchEvent(
        new CustomEvent('trailgraph:recorded', { detail, bubbles: true, composed: true }),
      );
  }
}
