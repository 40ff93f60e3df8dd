import type { Page, Store } from './host.ts';

/** All our keys begin so. */
export const prefix = 'trailgraph';

/** What the site's tabs share, or memory where the browser forbids it. */
export function openStore(page: Page): Store {
  try {
    const store = page.localStorage as unknown as Store;
    store[prefix] ??= '';
    return store;
  } catch {
    // A sandboxed frame, privacy settings, no space at all.
    return {};
  }
}

/** Takes away all that we stored. */
export function forget(store: Store): void {
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) delete store[key];
}
