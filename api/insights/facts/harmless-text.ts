const mostChars = 120;

/**
 * A text of the page or of the visitor's way as an analyzer may see it. The tracker masks already; clients without it need
 * not, so e-mail addresses, long runs of digits and tokens go once more, and what would break out of a line of text.
 */
export function harmlessText(text: string, chars: number = mostChars): string {
  const masked = text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[^\s/?=&:#"'`(<]+(@|%40)[^\s/?=&:#"'`)>]+/gi, '*')
    .replace(/[\da-f]{8}-[\da-f-]{27}|\b(?=[a-z]*\d)[a-z\d]{20,}\b/gi, '*')
    .replace(/\d(?:[ -]?\d){8,}|\d{6,}/g, '*');
  return masked.length <= chars ? masked : `${masked.slice(0, chars - 1)}…`;
}

/** Where a page is within its site: its address without origin and hash. */
export function harmlessPath(url: string): string {
  const [address = ''] = url.split('#');
  return harmlessText(address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/');
}
