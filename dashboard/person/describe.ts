interface Person {
  readonly userId: string;
  readonly identified: boolean;
}

interface Device {
  readonly device: 'DESKTOP' | 'TABLET' | 'MOBILE';
  readonly browser: string | null;
  readonly os: string | null;
}

/** The identified user's id, or an anonymous visitor by the first characters of theirs. */
export function personName(person: Person): string {
  return person.identified ? person.userId : `Visitor ${person.userId.slice(0, 6)}`;
}

/** `Chrome on macOS`, or the kind of device where the browser is not known. */
export function deviceText({ device, browser, os }: Device): string {
  const kind = `${device.charAt(0)}${device.slice(1).toLowerCase()}`;
  if (!browser) return kind;
  return os ? `${browser} on ${os}` : `${browser}, ${kind.toLowerCase()}`;
}

/** An address without scheme and host: `/product/42?size=m#top`. */
export function pagePath(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? parsed.pathname + parsed.search + parsed.hash : url;
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The name of an ISO 3166 country; the code itself where it has none. */
export function countryName(code: string | null): string {
  if (!code) return '';
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
