import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { HoverInsightsDocument, type HoverInsightsQuery } from '../generated/frustration.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { formatDuration } from '../time/format.ts';
import { ElementLabel } from './ElementLabel.tsx';
import { engagements } from './wording.ts';

type Insight = HoverInsightsQuery['hoverInsights'][number];

/** Elements of a page that people rest on, and whether they press them then. */
export function HoverInsights(props: {
  readonly span: PeriodQuery | undefined;
  readonly page: string;
}) {
  const answer = createLiveQuery(HoverInsightsDocument, () =>
    props.span ? { ...props.span, page: props.page } : undefined,
  );
  return (
    <DataTable
      title={`Hovers on ${props.page}`}
      file="hover-insights"
      answer={answer}
      rows={answer.data()?.hoverInsights}
      columns={hoverColumns(props.page)}
      empty="Nothing on this page was hovered over long enough."
    />
  );
}

function hoverColumns(page: string): readonly Column<Insight>[] {
  return [
    {
      name: 'Element',
      isText: true,
      value: ({ element }) => element.label,
      show: ({ element }) => <ElementLabel element={element} />,
    },
    {
      name: 'Hovers',
      value: ({ count }) => count,
      show: ({ element, count }) => (
        <PeopleNumber behind={{ kind: 'hover', page, element }}>{formatCount(count)}</PeopleNumber>
      ),
    },
    {
      name: 'Average',
      value: ({ avgDurationMs }) => avgDurationMs,
      show: ({ avgDurationMs }) => formatDuration(avgDurationMs),
    },
    {
      name: 'Then clicked',
      value: ({ clickConversionPercent }) => clickConversionPercent,
      show: ({ clickConversionPercent }) => formatPercent(clickConversionPercent),
    },
    {
      name: 'Users',
      value: ({ uniqueUsers }) => uniqueUsers,
      show: ({ element, uniqueUsers }) => (
        <PeopleNumber behind={{ kind: 'hover', page, element }}>
          {formatCount(uniqueUsers)}
        </PeopleNumber>
      ),
    },
    {
      name: 'Engagement',
      value: ({ engagement }) => engagement,
      show: ({ engagement }) => (
        <Badge tone={engagements[engagement].tone}>{engagements[engagement].label}</Badge>
      ),
    },
  ];
}
