import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { createHints, type Hints } from '../element/create-hints.ts';
import { ElementLabel } from '../element/ElementLabel.tsx';
import {
  DeadElementsDocument,
  type DeadElementsQuery,
  type DeadElementsQueryVariables,
} from '../generated/frustration.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { changeColumn } from './change-column.tsx';
import { createMarks } from './marks.tsx';
import { issues } from './wording.ts';

type Dead = DeadElementsQuery['deadClickElements'][number];

/** Elements that were pressed and did nothing. */
export function DeadElements(props: {
  readonly scope: DeadElementsQueryVariables | undefined;
  readonly showMarked: boolean;
}) {
  const answer = createLiveQuery(DeadElementsDocument, () => props.scope);
  const hints = createHints(() => answer.data()?.deadClickElements);
  const marks = createMarks(() => props.scope?.site ?? null, answer.refresh);
  return (
    <div>
      <DataTable
        title="Dead clicks"
        file="dead-click-elements"
        answer={answer}
        rows={marks.shownRows(answer.data()?.deadClickElements, props.showMarked)}
        rowKey={({ key }) => key}
        columns={[
          ...deadColumns(props.scope?.compare ?? false, hints),
          ...marks.columns(props.showMarked),
        ]}
        empty="Everything that was pressed answered."
      />
      <marks.Said />
    </div>
  );
}

function deadColumns(isCompared: boolean, hints: Hints<Dead>): readonly Column<Dead>[] {
  return [
    { name: 'Page', isText: true, value: ({ page }) => page },
    {
      name: 'Element',
      isText: true,
      value: hints.label,
      show: (row) => (
        <ElementLabel element={row.element} hint={hints.of(row)} reason={row.reason} />
      ),
    },
    {
      name: 'Dead Clicks',
      value: ({ deadClicks }) => deadClicks,
      show: (row) => (
        <PeopleNumber behind={{ kind: 'dead', page: row.page, element: row.element }}>
          {formatCount(row.deadClicks)}
        </PeopleNumber>
      ),
    },
    ...changeColumn<Dead>(isCompared, (row) => [row.deadClicks, row.previousDeadClicks]),
    {
      name: 'Affected Users',
      value: ({ affectedUsers }) => affectedUsers,
      show: (row) => (
        <PeopleNumber behind={{ kind: 'dead', page: row.page, element: row.element }}>
          {formatCount(row.affectedUsers)}
        </PeopleNumber>
      ),
    },
    {
      name: 'Issue',
      value: ({ issue }) => issue,
      show: (row) => <Badge tone={issues[row.issue].tone}>{issues[row.issue].label}</Badge>,
    },
  ];
}
