import { limits } from '../../schema/limits.ts';

/**
 * What a page address is grouped by. A site's own patterns (`/product/:id`, `/blog/*`) come first, in order; then, segment
 * by segment, what looks made by a machine becomes a placeholder: `:uuid`, `:date`, `:id`, `:slug`. Query and hash are
 * dropped; of a hash route (`#/cart`) the path in it is kept.
 *
 * @param url an absolute address, or a path
 * @returns a path, at most 500 characters
 */
export function routeOf(url: string, patterns: readonly string[]): string {
  const path = pathOf(url);
  const segments = path.split('/');
  const pattern = patterns.find((candidate) => matches(candidate, segments));
  const route = pattern ?? segments.map(generalise).join('/');
  return route.slice(0, limits.urlChars);
}

/** The path of an address, without a closing slash; with a hash route's path where there is one. */
export function pathOf(url: string): string {
  const [beforeHash = '', hash = ''] = splitOnce(url, '#');
  const [address] = splitOnce(beforeHash, '?');
  const path = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const hashRoute = /^!?\/[^?]*/.exec(hash)?.[0] ?? '';
  const trimmed = withoutClosingSlash(path.startsWith('/') ? path : `/${path}`);
  const kept = withoutClosingSlash(hashRoute);
  return kept && kept !== '/' ? `${trimmed === '/' ? '' : trimmed}/#${kept}` : trimmed;
}

/** Whether `pattern` is one that `routeOf` understands. */
export function isRoutePattern(pattern: string): boolean {
  return /^\/[^\s?]*$/.test(pattern) && pattern.length <= limits.urlChars;
}

function matches(pattern: string, segments: readonly string[]): boolean {
  const wanted = withoutClosingSlash(pattern).split('/');
  const open = wanted.at(-1) === '*';
  if (open) wanted.pop();
  if (open ? segments.length < wanted.length : segments.length !== wanted.length) return false;
  return wanted.every((want, i) => {
    const have = segments[i] ?? '';
    return want.startsWith(':') ? have !== '' : want === have;
  });
}

function generalise(segment: string): string {
  const text = decode(segment);
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return ':uuid';
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return ':date';
  if (/^\d+$/.test(text)) return ':id';
  if (isToken(text)) return ':id';
  if (isSlug(text)) return ':slug';
  return segment;
}

/** Hex of 8 or more with a digit in it; a prefixed number (`order-1234`, `sku_99`); or 12 or more of mixed letters and digits. */
function isToken(text: string): boolean {
  if (/^(?=.*\d)[0-9a-f]{8,}$/i.test(text)) return true;
  if (/^[a-z]{1,12}[-_]?\d{3,}$/i.test(text)) return true;
  if (!/^[\w-]{12,}$/.test(text) || text.includes('-')) return false;
  return (text.match(/\d/g) ?? []).length >= 2 && /[a-z]/i.test(text);
}

/** Four words or more, or a title that ends in a number: `how-to-brew-good-coffee`, `blue-mug-42`. */
function isSlug(text: string): boolean {
  return (
    /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+){3,}$/u.test(text) ||
    /^[\p{L}]+(-[\p{L}\p{N}]+)*-\d+$/u.test(text)
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function withoutClosingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
