/** A node's id that is unique over all types: base64 of `Type:id`. */
export function makeGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The id within its type, from a global id or from that id itself. */
export function readGlobalId(type: string, id: string): string {
  const decoded = parseGlobalId(id);
  return decoded?.typename === type ? decoded.id : id;
}

export function parseGlobalId(id: string): { typename: string; id: string } | null {
  const match = /^([A-Z][A-Za-z]+):(.+)$/s.exec(Buffer.from(id, 'base64url').toString('utf8'));
  const [, typename, rest] = match ?? [];
  return typename && rest ? { typename, id: rest } : null;
}
