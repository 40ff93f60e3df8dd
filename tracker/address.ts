import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

/**
 * An address as it may be recorded: without its query, but for the parameters in `params`, and the hash up to where
 * it carries values (`#access_token`).
 */
export function cleanAddress(href: string, params: readonly string[] = []): string {
  const [, place = '', query = '', hash = ''] = /([^?#]*)\??([^#]*)([^?=]*)/.exec(href) ?? [];
  const kept = query.split('&').filter((pair) => params.includes(pair.split('=')[0] ?? ''));
  return shorten(place + (kept[0] ? `?${kept.join('&')}` : '') + hash, limits.urlChars);
}
