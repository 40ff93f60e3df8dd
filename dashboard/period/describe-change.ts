import { formatCount } from '../numbers/format.ts';

/** From this many times on percent are hard to read. */
const MANY_TIMES = 10;

/** How much a number grew against the one before: `+12 %`, `−3 %`, `×202`; null where there is nothing to compare with. */
export function describeChange(
  now: number | null | undefined,
  before: number | null | undefined,
): string | null {
  if (now === null || now === undefined || !before) return null;
  if (now / before >= MANY_TIMES) return `×${formatCount(now / before)}`;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return 'as before';
  return percent > 0 ? `+${formatCount(percent)} %` : `−${formatCount(-percent)} %`;
}

/** The same for a row of a list, in which a number may have been nothing before: `new`. */
export function describeRowChange(now: number, before: number): string {
  return describeChange(now, before) ?? (now > 0 ? 'new' : 'as before');
}
