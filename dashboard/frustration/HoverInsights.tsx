import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { createHints, type Hints } from '../element/create-hints.ts';
import { ElementLabel } from '../element/ElementLabel.tsx';
import { HoverInsightsDocument, type HoverInsightsQuery } from '../generated/frustration.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { formatDuration } from '../time/format.ts';
import { changeColumn } from './change-column.tsx';
import { engagements } from './wording.ts';

type Insight = HoverInsightsQuery['hoverInsights'][number];

/** Elements of a page that people rest on, and whether they press them then. */
export function HoverInsights(props: {
  readonly span: PeriodQuery | undefined;
  readonly compare: boolean;
  readonly page: string;
}) {
  const answer = createLiveQuery(HoverInsightsDocument, () =>
    props.span ? { ...props.span, page: props.page, compare: props.compare } : undefined,
  );
  const hints = createHints(() => answer.data()?.hoverInsights);
  return (
    <DataTable
      title={`Hovers on ${props.page}`}
      file="hover-insights"
      answer={answer}
      rows={answer.data()?.hoverInsights}
      rowKey={({ element }) => JSON.stringify(element)}
      columns={hoverColumns(props.page, props.compare, hints)}
      empty="Nothing on this page was hovered over long enough."
    />
  );
}

function hoverColumns(
  page: string,
  isCompared: boolean,
  hints: Hints<Insight>,
): readonly Column<Insight>[] {
  const people = (name: string, value: (row: Insight) => number): Column<Insight> => ({
    name,
    value,
    show: (row) => (
      <PeopleNumber behind={{ kind: 'hover', page, element: row.element }}>
        {formatCount(value(row))}
      </PeopleNumber>
    ),
  });
  return [
    {
      name: 'Element',
      isText: true,
      value: hints.label,
      show: (row) => <ElementLabel element={row.element} hint={hints.of(row)} />,
    },
    people('Hovers', ({ count }) => count),
    ...changeColumn<Insight>(isCompared, (row) => [row.count, row.previousCount]),
    {
      name: 'Average',
      value: ({ avgDurationMs }) => avgDurationMs,
      show: (row) => formatDuration(row.avgDurationMs),
    },
    {
      name: 'Then clicked',
      value: ({ clickConversionPercent }) => clickConversionPercent,
      show: (row) => formatPercent(row.clickConversionPercent),
    },
    people('Users', ({ uniqueUsers }) => uniqueUsers),
    {
      name: 'Engagement',
      value: ({ engagement }) => engagement,
      show: (row) => (
        <Badge tone={engagements[row.engagement].tone}>{engagements[row.engagement].label}</Badge>
      ),
    },
  ];
}
