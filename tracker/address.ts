import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

/**
 * An address as it may be recorded: origin and path, of the query only the parameters in `params`, and the
 * hash unless it carries values (`#access_token=…`). Empty where there is none.
 */
export function cleanAddress(href: string, params: readonly string[] = []): string {
  const [, place = '', query = '', hash = ''] =
    /^(\w+:\/\/[^?#]*)\??([^#]*)(#[^?=]*(?![^?=]*=))?/.exec(href) ?? [];
  const kept = query.split('&').filter((pair) => params.includes(pair.split('=')[0] ?? ''));
  return shorten(place + (kept.length ? `?${kept.join('&')}` : '') + hash, limits.urlChars);
}
