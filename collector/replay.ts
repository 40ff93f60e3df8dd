import { Refusal } from './refusal.ts';

/**
 * Compares in a time that does not depend on where two secrets differ (their hashes are compared, so length does not show either).
 *
 * @returns true
 * @throws {Refusal} 403: a wrong secret is a mistake that a replay should hear of
 */
export async function checkReplaySecret(given: string, secret: string | undefined): Promise<true> {
  if (secret) {
    const [a, b] = await Promise.all([digest(given), digest(secret)]);
    if (crypto.subtle.timingSafeEqual(a, b)) return true;
  }
  throw new Refusal(403, 'The replay secret is wrong.');
}

function digest(value: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
}
