/**
 * Cuts a text to at most `maxChars` UTF-16 units, never through a character, and repairs lone surrogates: what
 * comes out survives UTF-8 unchanged.
 */
export function cutText(text: string, maxChars: number): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (whole.length <= maxChars) return whole;
  const last = whole.charCodeAt(maxChars - 1);
  const isHalfACharacter = last >= 0xd800 && last <= 0xdbff;
  return whole.slice(0, isHalfACharacter ? maxChars - 1 : maxChars);
}

/**
 * Cuts a custom event's properties to `maxChars` by leaving out its last entries, so that it stays JSON.
 *
 * @returns a flat JSON object of plain values; `null` where `json` is none
 */
export function cutProperties(json: string, maxChars: number): string | null {
  const entries = parseFlatObject(json);
  if (!entries) return null;
  const kept: [string, unknown][] = [];
  let chars = '{}'.length;
  for (const [name, value] of entries) {
    const entry = [
      cutText(name, maxChars),
      typeof value === 'string' ? cutText(value, maxChars) : value,
    ] as [string, unknown];
    chars += JSON.stringify(entry).length;
    if (chars > maxChars) break;
    kept.push(entry);
  }
  return JSON.stringify(Object.fromEntries(kept));
}

function parseFlatObject(json: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const entries: [string, unknown][] = Object.entries(value);
    return entries.every(([, entry]) => entry === null || typeof entry !== 'object')
      ? entries
      : null;
  } catch {
    return null;
  }
}
