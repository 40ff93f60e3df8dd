import { A } from '@solidjs/router';
import type { PathsQuery } from '../generated/paths.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { pageOfNode } from './Sankey.tsx';
import type { PathEdge } from './sankey-layout.ts';

type Sequence = PathsQuery['paths']['sequences'][number];

/** The same as the ribbons in rows, and the ways that were taken most. */
export function PathTables(props: {
  readonly answer: LiveAnswer<PathsQuery>;
  readonly edgeLink: (edge: PathEdge) => string;
}) {
  const paths = () => props.answer.data()?.paths;
  return (
    <>
      <DataTable
        title="Most travelled ways"
        file="paths"
        answer={props.answer}
        rows={paths()?.sequences}
        columns={sequenceColumns}
        empty="Nobody went there in this time."
      />
      <details class="path-steps">
        <summary>Step by step, as a table</summary>
        <DataTable
          title="Step by step"
          file="path-steps"
          answer={props.answer}
          rows={paths()?.edges}
          columns={edgeColumns((edge) => props.edgeLink(edge))}
          empty="Nobody went on from there in this time."
        />
      </details>
    </>
  );
}

const sequenceColumns: readonly Column<Sequence>[] = [
  {
    name: 'Way',
    isText: true,
    value: ({ pages }) => pages.join(' → '),
    show: ({ pages }) => <span class="path-way">{pages.join(' → ')}</span>,
  },
  { name: 'Times', value: ({ count }) => count, show: ({ count }) => formatCount(count) },
  {
    name: 'Whole session',
    value: ({ isWhole }) => isWhole,
    show: ({ isWhole }) => (isWhole ? 'to its end' : '–'),
  },
  {
    name: 'Loop',
    value: ({ hasLoop }) => hasLoop,
    show: ({ hasLoop }) => (hasLoop ? 'comes back' : '–'),
  },
];

function edgeColumns(link: (edge: PathEdge) => string): readonly Column<PathEdge>[] {
  return [
    { name: 'From', isText: true, value: ({ source }) => pageOfNode(source) },
    { name: 'To', isText: true, value: ({ target }) => pageOfNode(target) },
    { name: 'Step', value: ({ target }) => Number(target.split(':')[0]) },
    { name: 'Views', value: ({ views }) => views, show: ({ views }) => formatCount(views) },
    {
      name: 'Sessions',
      value: ({ sessionCount }) => sessionCount,
      show: (edge) => (
        <A
          href={link(edge)}
          noScroll
          aria-label={`${formatCount(edge.sessionCount)} sessions from ${pageOfNode(edge.source)} to ${pageOfNode(edge.target)}`}
        >
          {formatCount(edge.sessionCount)}
        </A>
      ),
    },
  ];
}
