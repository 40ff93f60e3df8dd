/** Who asks. `collector` may hand batches over and nothing else; a `reader` sees the sites named. */
export type Viewer =
  | { readonly role: 'owner' }
  | { readonly role: 'reader'; readonly sites: readonly string[] }
  | { readonly role: 'collector' }
  | { readonly role: 'stranger' };

export const stranger: Viewer = { role: 'stranger' };

export function canRead(viewer: Viewer): boolean {
  return viewer.role === 'owner' || viewer.role === 'reader';
}

export function canSeeSite(viewer: Viewer, site: string): boolean {
  return viewer.role === 'owner' || (viewer.role === 'reader' && viewer.sites.includes(site));
}
