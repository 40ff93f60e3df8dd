import type { FunnelBreakdown, FunnelQuery } from '../generated/funnels.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { countryName } from '../person/describe.ts';
import { formatDuration } from '../time/format.ts';
import { breakdowns } from './funnel-address.ts';

type Group = FunnelQuery['funnel']['groups'][number];

/** The funnel for each part of its visitors. */
export function FunnelGroups(props: {
  readonly breakdown: FunnelBreakdown;
  readonly answer: LiveAnswer<FunnelQuery>;
}) {
  const title = () => `By ${breakdowns[props.breakdown].toLowerCase()}`;
  const stages = () => props.answer.data()?.funnel.stages ?? [];
  const columns = (): readonly Column<Group>[] => [
    {
      name: breakdowns[props.breakdown],
      isText: true,
      value: (group) => nameGroup(group, props.breakdown),
      show: (group) => <span class="element-label">{nameGroup(group, props.breakdown)}</span>,
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

function nameGroup({ value, isRest }: Group, breakdown: FunnelBreakdown): string {
  if (isRest) return 'All others';
  if (value === null) return breakdown === 'REFERRER' ? 'Came directly' : 'Not known';
  if (breakdown === 'COUNTRY') return countryName(value);
  return breakdown === 'DEVICE' ? value.charAt(0) + value.slice(1).toLowerCase() : value;
}
