import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

const parts = /([^?#]*)\??([^#]*)([^?=]*)/;

/**
 * An address as it may be recorded: without its query, but for the parameters in `params`, and the hash up to where
 * it carries values (`#access_token`).
 */
export function cleanAddress(href: string, params: readonly string[] = []): string {
  // Each part is there, if only empty.
  const [, place, query, hash] = parts.exec(href) as unknown as [string, string, string, string];
  const kept = query.split('&').filter((pair) => params.includes(pair.replace(/=.*/, '')));
  return shorten(place + (kept[0] ? `?${kept.join('&')}` : '') + hash, limits.urlChars);
}
