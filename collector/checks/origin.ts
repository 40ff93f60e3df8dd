/**
 * Whether a page of this origin may send for a site that lists its origins: exactly, by host alone, or by
 * `*.` for every subdomain. An empty list means any.
 */
export function isOriginAllowed(origin: string | null, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  if (origin === null || origin === 'null') return false;
  const asked = origin.toLowerCase();
  return allowed.some((rule) => matches(asked, rule.trim().toLowerCase().replace(/\/$/, '')));
}

function matches(origin: string, rule: string): boolean {
  const [scheme, host] = rule.includes('://') ? split(rule) : [null, rule];
  const [askedScheme, askedHost] = split(origin);
  if (scheme !== null && scheme !== askedScheme) return false;
  return host.startsWith('*.') ? askedHost.endsWith(host.slice(1)) : askedHost === host;
}

function split(origin: string): [scheme: string, host: string] {
  const at = origin.indexOf('://');
  return [origin.slice(0, at), origin.slice(at + '://'.length)];
}
