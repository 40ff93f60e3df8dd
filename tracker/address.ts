import { limits } from '../schema/limits.ts';
import { shorten } from './mask.ts';

/**
 * An address as it may be recorded: origin and path, of the query only the parameters in `params`, and the
 * hash unless it carries values (`#access_token=…`). Empty where there is none.
 */
export function cleanAddress(href: string, params: readonly string[] = []): string {
  try {
    const { protocol, host, pathname, searchParams, hash } = new URL(href);
    const kept = params
      .filter((name) => searchParams.has(name))
      .map((name) => `${name}=${encodeURIComponent(searchParams.get(name) ?? '')}`);
    const query = kept.length ? `?${kept.join('&')}` : '';
    const place = hash.split('?')[0] ?? '';
    return (
      `${protocol}//${host}` +
      shorten(
        pathname + query + (place.includes('=') ? '' : place),
        limits.urlChars - protocol.length - host.length - 2,
      )
    );
  } catch {
    return '';
  }
}
