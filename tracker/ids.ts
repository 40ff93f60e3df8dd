/** A random id of letters and digits, which are base64url: 16 for a session or a visitor, 8 for a view. */
export const makeId = (chars: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(chars)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
