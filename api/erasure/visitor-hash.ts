import { createHash } from 'node:crypto';

/** What a tombstone keeps of a visitor: SHA-256 of site and visitor, hex. */
export function visitorHash({ site, visitor }: { site: string; visitor: string }): string {
  return createHash('sha256').update(`${site}/${visitor}`).digest('hex');
}
