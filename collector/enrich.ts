import type { Batch } from '../schema/wire/batch.ts';
import type { IncomingBatch } from './forward/incoming-batch.ts';
import type { Sender } from './sender.ts';

/** A batch with what the edge knows of it. The address and the user-agent header end here. */
export function enrich(
  { batch, packed }: { readonly batch: Batch; readonly packed: Uint8Array },
  sender: Sender,
  now: number,
): IncomingBatch {
  return {
    body: toBase64(packed),
    receivedAt: sender.receivedAt ?? now,
    country: sender.country,
    region: sender.region,
    browser: sender.agent.browser,
    os: sender.agent.os,
    device: detectDevice(sender, batch.page?.touch === 1),
    automated: batch.page?.automated === 1 || sender.agent.isHeadless,
  };
}

/** `hasTouch` is known of a view's first batch only; it tells an iPad from a Mac. */
function detectDevice(sender: Sender, hasTouch: boolean): IncomingBatch['device'] {
  const { platform, mayBeTablet } = sender.agent;
  if (platform === 'tablet' || (mayBeTablet && hasTouch)) return 'TABLET';
  return platform === 'mobile' || sender.prefersMobile ? 'MOBILE' : 'DESKTOP';
}

function toBase64(bytes: Uint8Array): string {
  return (bytes as Uint8Array & { toBase64(): string }).toBase64();
}
