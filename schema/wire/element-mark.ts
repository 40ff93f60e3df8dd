/**
 * A number from 1 to 32,767 that a wireframe's box has in common with the clicks on its element: made of its name, or else of
 * path, tag and id, as `makeElementKey` is. Too small to tell of anything, and so not quite unique: among 400 boxes another one
 * has the same in 1 of 80 cases. FNV-1a (Fowler, Noll & Vo), folded.
 */
export function markElement(tag: string, id: string, path: string, name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name || `${path} ${tag} ${id}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 15) ^ hash) & 0x7fff || 1;
}
