/** Most that {@link hashText} gives: what three digits of a wireframe's text hold. */
const most = 2 ** 15 - 1;

/** FNV-1a (Fowler, Noll & Vo) of a text, folded to a number from 1 to 32,767. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return ((hash >>> 15) ^ hash) & most || 1;
}

/**
 * A number that a wireframe's box has in common with the clicks on its element: made of its name, or else of path, tag and id, as
 * `makeElementKey` is. Too small to tell of anything, and so not quite unique: among 400 boxes another one has the same in 1 of 80
 * cases.
 *
 * @param strings what the wire tells of the element, in the order of `elementStrings`
 */
export function markElement([tag, id, , , path, name]: readonly string[]): number {
  return hashText(name || `${path} ${tag} ${id}`);
}
