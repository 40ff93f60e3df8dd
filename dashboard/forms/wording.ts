/** A form's name; the fields outside forms have none. */
export function formName(name: string | null): string {
  return name ?? 'Fields outside forms';
}

export const behindTitles = {
  STARTED: 'started',
  SUBMITTED: 'submitted',
  ABANDONED: 'not submitted',
  LEFT: 'left from',
  BLANK: 'left blank',
  REFILLED: 'filled in again',
} as const;

/** `4.2 s`; an en dash where there is nothing to measure. */
export function formatSeconds(seconds: number | null): string {
  return seconds === null ? '–' : `${seconds.toFixed(1)} s`;
}
