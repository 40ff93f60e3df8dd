import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { explainFailure } from './explain-failure.ts';
import { checkWebhookUrl, lookupPublic } from './webhook-target.ts';

const timeoutMs = 10_000;

/** The signature of a body at a time: HMAC-SHA256 of `<timestamp>.<body>`, hex. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

export interface WebhookCall {
  readonly url: string;
  readonly secret: string;
  /** The same for every try. */
  readonly deliveryId: string;
  readonly body: string;
  readonly localMode: boolean;
}

/**
 * Posts to a webhook; redirections are not followed.
 *
 * @throws where it was not answered with a 2xx within 10 s, or may not be called
 */
export function sendWebhook(call: WebhookCall, now: number): Promise<void> {
  const { body, deliveryId, localMode } = call;
  const url = new URL(checkWebhookUrl(call.url, localMode));
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const timestamp = String(Math.floor(now / 1000));
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(timeoutMs),
        agent: false,
        ...(localMode ? {} : { lookup: lookupPublic }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'trailgraph-alerts',
          'trailgraph-delivery': deliveryId,
          'trailgraph-timestamp': timestamp,
          'trailgraph-signature': `sha256=${signWebhook(call.secret, timestamp, body)}`,
        },
      },
      (response) => {
        const { statusCode = 0 } = response;
        // What it says is of no interest, and may be endless.
        response.destroy();
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`It answered ${statusCode}.`));
      },
    );
    sent.on('error', (error) =>
      reject(new Error(explainFailure(error, timeoutMs), { cause: error })),
    );
    sent.end(body);
  });
}
