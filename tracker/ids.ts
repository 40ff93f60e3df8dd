/** A random id in base64url: 12 bytes for a session or a visitor, 6 for a view. */
export const makeId = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
