import type { Store } from './host.ts';
import { findKeys } from './store.ts';

/** There while this browser is not to be recorded: `optOut()`, or the self-exclusion link. */
export const optOutKey = 'trailgraph.off';

/** Whether the browser asks not to be recorded: Global Privacy Control or Do-Not-Track. Nothing overrides it. */
export const isRefused = (): boolean =>
  (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl ||
  navigator.doNotTrack === '1';

/** Forgets everything but that it is to be forgotten. */
export function setOptedOut(store: Store, isOut: boolean): void {
  for (const key of findKeys(store)) delete store[key];
  if (isOut) store[optOutKey] = '1';
}

/** Follows the self-exclusion link: `?trailgraph=exclude` on any page of the site, and `?trailgraph=include` to undo it. */
export function followExclusionLink(store: Store): void {
  const wish = /[?&]trailgraph=(ex|in)clude/.exec(location.search)?.[1];
  if (wish) setOptedOut(store, wish === 'ex');
}
