import type { FunnelQuery } from '../generated/funnels.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { formatDuration } from '../time/format.ts';
import { breakdowns, type FunnelSetting } from './funnel-address.ts';

type Group = FunnelQuery['funnel']['groups'][number];

/** The funnel for each part of its visitors. */
export function FunnelGroups(props: {
  readonly breakdown: NonNullable<FunnelSetting['breakdown']>;
  readonly answer: LiveAnswer<FunnelQuery>;
}) {
  const title = () => `By ${breakdowns[props.breakdown].toLowerCase()}`;
  const stages = () => props.answer.data()?.funnel.stages ?? [];
  const columns = (): readonly Column<Group>[] => [
    {
      name: breakdowns[props.breakdown],
      isText: true,
      value: nameGroup,
      show: (group) => <span class="element-label">{nameGroup(group)}</span>,
    },
    ...stages().map(
      (_, index): Column<Group> => ({
        name: `Step ${index + 1}`,
        value: ({ visitors }) => visitors[index] ?? 0,
        show: ({ visitors }) => formatCount(visitors[index] ?? 0),
      }),
    ),
    {
      name: 'Conversion',
      value: ({ conversionPercent }) => conversionPercent,
      show: ({ conversionPercent }) => formatPercent(conversionPercent),
    },
    {
      name: 'Median time',
      value: ({ medianMs }) => medianMs,
      show: ({ medianMs }) => (medianMs === null ? '–' : formatDuration(medianMs)),
    },
  ];
  return (
    <DataTable
      title={title()}
      file="funnel"
      answer={props.answer}
      rows={props.answer.data()?.funnel.groups}
      columns={columns()}
      empty="Nobody entered this funnel."
    />
  );
}

function nameGroup({ value, isRest }: Group): string {
  return isRest ? 'All others' : (value ?? 'Not known');
}
