import type { AlertMarksQuery } from '../generated/alerts.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { Badge, type Tone } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { formatDateTime } from '../time/format.ts';

type Firing = AlertMarksQuery['alertFirings'][number];

const deliveries: Readonly<Record<Firing['delivery'], readonly [label: string, tone: Tone]>> = {
  PENDING: ['On its way', 'calm'],
  DELIVERED: ['Delivered', 'good'],
  FAILED: ['Failed', 'bad'],
  SILENCED: ['Silenced', 'plain'],
};

/** What went off, newest first. */
export function Firings(props: { readonly answer: LiveAnswer<AlertMarksQuery> }) {
  return (
    <DataTable
      title="What went off"
      file="alert-firings"
      answer={props.answer}
      rows={props.answer.data()?.alertFirings}
      columns={columns}
      empty="Nothing went off in this time."
    />
  );
}

const columns: readonly Column<Firing>[] = [
  {
    name: 'When',
    isText: true,
    value: ({ at }) => at,
    show: ({ at }) => formatDateTime(Date.parse(at)),
  },
  { name: 'Alert', isText: true, value: ({ alertName }) => alertName },
  { name: 'Why', isText: true, value: ({ message }) => message },
  {
    name: 'Over',
    isText: true,
    value: ({ endedAt }) => endedAt,
    show: ({ endedAt }) => (endedAt ? formatDateTime(Date.parse(endedAt)) : 'Not yet'),
  },
  {
    name: 'Call',
    isText: true,
    value: ({ delivery }) => delivery,
    show: ({ delivery, problem }) => (
      <>
        <Badge tone={deliveries[delivery][1]}>{deliveries[delivery][0]}</Badge>
        {problem ? <span class="quiet"> {problem}</span> : null}
      </>
    ),
  },
];
