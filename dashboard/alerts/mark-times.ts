import type { AlertMarksQuery } from '../generated/alerts.ts';

/**
 * When something went off, ms since 1970; tests are no marks.
 *
 * @param page only alerts about this page; null: all of the site's
 */
export function markTimes(
  data: AlertMarksQuery | undefined,
  page: string | null,
): readonly number[] {
  const pages = new Map(data?.alerts.map((alert) => [alert.id, alert.page]));
  return (data?.alertFirings ?? [])
    .filter(({ isTest, alertId }) => !isTest && (page === null || pages.get(alertId) === page))
    .map(({ at }) => Date.parse(at));
}
