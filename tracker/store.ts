import type { Store } from './host.ts';

/** All our keys begin so. */
export const prefix = 'trailgraph';

/** What the site's tabs share, or memory where the browser forbids it. */
export function openStore(): Store {
  try {
    return (localStorage as unknown as Store | null) ?? {};
  } catch {
    // A sandboxed frame, privacy settings.
    return {};
  }
}

/** All that we stored. */
export const findKeys = (store: Store): string[] =>
  Object.keys(store).filter((key) => key.startsWith(prefix));
