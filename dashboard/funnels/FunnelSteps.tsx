import type { FunnelQuery } from '../generated/funnels.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { formatDuration } from '../time/format.ts';

type Stage = FunnelQuery['funnel']['stages'][number];
type Row = Stage & { readonly number: number; readonly before: number | null };

/** The same as the bars in rows, to be taken along. */
export function FunnelSteps(props: {
  readonly funnel: FunnelQuery['funnel'];
  readonly answer: LiveAnswer<unknown>;
}) {
  const rows = () =>
    props.funnel.stages.map(
      (stage, index): Row => ({
        ...stage,
        number: index + 1,
        before: props.funnel.previous?.[index]?.visitors ?? null,
      }),
    );
  const isCompared = () => props.funnel.previous !== null;
  return (
    <details class="funnel-steps">
      <summary>Step by step, as a table</summary>
      <DataTable
        title="Step by step"
        file="funnel-steps"
        answer={props.answer}
        rows={rows()}
        columns={isCompared() ? [...columns, before] : columns}
        empty="Nobody entered this funnel."
      />
    </details>
  );
}

const columns: readonly Column<Row>[] = [
  {
    name: 'Step',
    isText: true,
    value: ({ number, step }) => `${number} ${step.label}`,
    show: ({ number, step }) => (
      <span class="element-label">
        {number} {step.label}
      </span>
    ),
  },
  { name: 'Visitors', value: ({ visitors }) => visitors, show: (row) => formatCount(row.visitors) },
  {
    name: 'Of the first',
    value: ({ conversionFromFirstPercent }) => conversionFromFirstPercent,
    show: ({ conversionFromFirstPercent }) => formatPercent(conversionFromFirstPercent),
  },
  {
    name: 'Of the step before',
    value: ({ conversionPercent }) => conversionPercent,
    show: ({ conversionPercent }) => formatPercent(conversionPercent),
  },
  {
    name: 'Median time',
    value: ({ medianMs }) => medianMs,
    show: ({ medianMs }) => (medianMs === null ? '–' : formatDuration(medianMs)),
  },
  { name: 'Dropped', value: ({ dropped }) => dropped, show: (row) => formatCount(row.dropped) },
];

const before: Column<Row> = {
  name: 'Visitors before',
  value: (row) => row.before,
  show: (row) => (row.before === null ? '–' : formatCount(row.before)),
};
