/**
 * The first moment of a calendar day in a time zone, in ms since 1970.
 *
 * @param day `2026-03-01`
 */
export function startOfDay(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset may change between the two moments (summer time): the second look is at the right one.
  const first = utc - offsetMs(utc, timeZone);
  return utc - offsetMs(first, timeZone);
}

/** The last millisecond of a calendar day in a time zone. */
export function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000);
  return startOfDay(next.toISOString().slice(0, 10), timeZone) - 1;
}

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(at: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000;
}
