import type { Page } from '../host.ts';

export type Packed = Uint8Array<ArrayBuffer>;

/** Sends one packed batch and gives what the collector answers; rejects where there was no answer. */
export type Send = (packed: Packed) => Promise<Response>;

export const makePost =
  ({ fetch }: Page, url: string): Send =>
  (packed) =>
    fetch(url, {
      method: 'POST',
      // Bytes without a type need no CORS preflight, and are handed over faster than a Blob.
      body: packed,
      // Outlives the page, if that goes meanwhile.
      keepalive: true,
      credentials: 'omit',
    });

/** @returns false where the browser does not take it */
export const sendBeacon = ({ navigator }: Page, url: string, packed: Packed): boolean =>
  navigator.sendBeacon(url, packed);
