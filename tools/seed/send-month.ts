import { makeSendingWindow } from '../replay/sending-window.ts';
import { makeSession, type PlannedSession } from './make-session.ts';
import type { SeededBatch } from './page-view.ts';
import type { ShopLayout } from './shop-layout.ts';

/** Sessions under way at once: they share the API's commits. */
const sessionsAtOnce = 64;

/** Makes each session up and sends it, in the order of their start; each one's batches one after another. */
export async function sendMonth(
  month: readonly PlannedSession[],
  layout: ShopLayout,
  send: (batch: SeededBatch) => Promise<void>,
  onSession: () => void,
): Promise<void> {
  const window = makeSendingWindow(sessionsAtOnce);
  for (const planned of month) {
    await window.begin(async () => {
      for (const batch of makeSession(planned, layout)) await send(batch);
      onSession();
    });
  }
  await window.finish();
}
