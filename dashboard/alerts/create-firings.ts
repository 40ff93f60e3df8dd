import { type Accessor, createMemo } from 'solid-js';
import { AlertMarksDocument, type AlertMarksQuery } from '../generated/alerts.ts';
import { createLiveQuery, type LiveAnswer } from '../live/create-live-query.ts';
import type { PeriodQuery } from '../period/create-period.ts';

const dayMs = 86_400_000;

/** What went off in a span of days. */
export function createFirings(
  span: Accessor<PeriodQuery | undefined>,
): LiveAnswer<AlertMarksQuery> {
  const variables = createMemo(() => {
    const asked = span();
    if (!asked) return undefined;
    const { site, days, from, to } = asked;
    const end = to ? Date.parse(to) + dayMs : undefined;
    const begin = from ? Date.parse(from) : (end ?? Date.now()) - (days ?? 30) * dayMs;
    return {
      site,
      from: new Date(begin).toISOString(),
      to: end === undefined ? null : new Date(end).toISOString(),
    };
  });
  return createLiveQuery(AlertMarksDocument, variables);
}
