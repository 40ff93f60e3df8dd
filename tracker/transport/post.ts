import type { Page } from '../host.ts';

export type Packed = Uint8Array<ArrayBuffer>;

/** What the collector answered: an HTTP status, and how long it wants to be left alone, ms. */
export interface Answer {
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
}

/** Sends one packed batch; rejects where there was no answer. */
export type Send = (packed: Packed) => Promise<Answer>;

export const makePost =
  ({ fetch }: Page, url: string): Send =>
  async (packed) =>
    fetch(url, {
      method: 'POST',
      // Bytes without a type need no CORS preflight, and are handed over faster than a Blob.
      body: packed,
      // Outlives the page, if that goes meanwhile.
      keepalive: true,
      credentials: 'omit',
    }).then(({ status, headers }) => ({
      status,
      retryAfterMs: Number(headers.get('retry-after')) * 1_000,
    }));

/** @returns false where the browser does not take it */
export const sendBeacon = ({ navigator }: Page, url: string, packed: Packed): boolean =>
  navigator.sendBeacon(url, packed);
