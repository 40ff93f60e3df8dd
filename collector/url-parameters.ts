import type { Batch } from '../schema/wire/batch.ts';

/**
 * Takes the query parameters that the site did not ask for out of a batch's addresses: the page's, the referrer's
 * (another site's, so all of them) and those of scripts. Trackers do it already; other clients may not.
 *
 * @returns the same object where nothing had to go
 */
export function dropParameters(batch: Batch, kept: readonly string[]): Batch {
  const { page } = batch;
  const url = keepParameters(page?.url ?? '', kept);
  const referrer = keepParameters(page?.referrer ?? '', []);
  const events = batch.events.map((event) => {
    if (event.type !== 'error') return event;
    const source = keepParameters(event.source, []);
    return source === event.source ? event : { ...event, source };
  });
  const isSame =
    url === (page?.url ?? '') &&
    referrer === (page?.referrer ?? '') &&
    events.every((event, i) => event === batch.events[i]);
  return isSame ? batch : { ...batch, page: page && { ...page, url, referrer }, events };
}

/** The query after `?`, before and after `#`: single-page applications have one there. */
export function keepParameters(url: string, kept: readonly string[]): string {
  if (!url.includes('?')) return url;
  const hashAt = url.indexOf('#');
  if (hashAt < 0) return keepIn(url, kept);
  return keepIn(url.slice(0, hashAt), kept) + keepIn(url.slice(hashAt), kept);
}

function keepIn(part: string, kept: readonly string[]): string {
  const queryAt = part.indexOf('?');
  if (queryAt < 0) return part;
  const query = part
    .slice(queryAt + 1)
    .split('&')
    .filter((parameter) => kept.includes(nameOf(parameter)))
    .join('&');
  return part.slice(0, queryAt) + (query && `?${query}`);
}

function nameOf(parameter: string): string {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
