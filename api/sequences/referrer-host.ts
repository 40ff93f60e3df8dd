/** The host of an address, as people call it: without `www.`; null where there is none. */
export function referrerHost(referrer: string | null): string | null {
  if (!referrer) return null;
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(referrer)?.[1];
  return host ? host.toLowerCase().replace(/^www\./, '') : null;
}
