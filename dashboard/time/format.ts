const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span in two units at most: `840 ms`, `3.4 s`, `48 s`, `3 min 12 s`, `2 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return formatDuration(0);
  if (ms > 0 && ms < second) return `${Math.round(ms)} ms`;
  if (ms < 10 * second) return `${Math.round(ms / 100) / 10} s`;
  const seconds = Math.round(ms / second);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return join(minutes, 'min', seconds % 60, 's');
  return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small ? `${large} ${largeUnit} ${small} ${smallUnit}` : `${large} ${largeUnit}`;
}

/** A moment of a session: `0:07.4`, `12:05.0`, `1:02:03.9`. */
export function formatMoment(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100);
  const seconds = Math.floor(tenths / 10);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(seconds % 60)}.${tenths % 10}`;
  return minutes < 60
    ? `${minutes}:${clock}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${clock}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** How long ago, for a list that is looked at all day: `now`, `12 s`, `4 min`, `3 h`, then the date. */
export function formatAgo(at: number, now: number): string {
  const ago = now - at;
  if (ago < 5 * second) return 'now';
  if (ago < minute) return `${Math.floor(ago / second)} s ago`;
  if (ago < hour) return `${Math.floor(ago / minute)} min ago`;
  if (ago < day) return `${Math.floor(ago / hour)} h ago`;
  return formatDate(at);
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
/** `12 Mar`, in the analyst's time zone. */
export function formatDate(at: number): string {
  return dateFormat.format(at);
}

/** `12 Mar 2026, 14:02`, in the analyst's time zone, or in a site's where its days are told. */
export function formatDateTime(at: number, timeZone?: string): string {
  return momentFormat(timeZone).format(at);
}

const momentFormats = new Map<string | undefined, Intl.DateTimeFormat>();

/** One a time zone: making one costs as much as drawing a row of a list. */
function momentFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = momentFormats.get(timeZone);
  if (known) return known;
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  const format = new Intl.DateTimeFormat('en-GB', style);
  momentFormats.set(timeZone, format);
  return format;
}

/** The beginning of an hour or a day as a chart names it: `14:00`, `12 Mar`, by the site's clock. */
export function formatBucket(at: number, interval: 'HOUR' | 'DAY', timeZone: string): string {
  const style: Intl.DateTimeFormatOptions =
    interval === 'HOUR'
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone }).format(at);
}

/** An hour of a day: `1 Mar, 14:00 – 15:00`, by the site's clock. */
export function formatHour(at: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  return `${formatBucket(at, 'DAY', timeZone)}, ${clock.format(at)} – ${clock.format(at + hour)}`;
}
