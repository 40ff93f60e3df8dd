import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import {
  DeadElementsDocument,
  type DeadElementsQuery,
  type DeadElementsQueryVariables,
} from '../generated/frustration.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { ElementLabel } from './ElementLabel.tsx';
import { markColumn, shownRows } from './marks.tsx';
import { issues } from './wording.ts';

type Dead = DeadElementsQuery['deadClickElements'][number];

/** Elements that were pressed and did nothing. */
export function DeadElements(props: {
  readonly scope: DeadElementsQueryVariables | undefined;
  readonly showMarked: boolean;
}) {
  const answer = createLiveQuery(DeadElementsDocument, () => props.scope);
  return (
    <DataTable
      title="Dead clicks"
      file="dead-click-elements"
      answer={answer}
      rows={shownRows(answer.data()?.deadClickElements, props.showMarked)}
      columns={[...deadColumns, markColumn(props.scope?.site, answer.refresh)]}
      empty="Everything that was pressed answered."
    />
  );
}

const deadColumns: readonly Column<Dead>[] = [
  { name: 'Page', isText: true, value: ({ page }) => page },
  {
    name: 'Element',
    isText: true,
    value: ({ element }) => element.label,
    show: ({ element, reason }) => <ElementLabel element={element} reason={reason} />,
  },
  {
    name: 'Dead Clicks',
    value: ({ deadClicks }) => deadClicks,
    show: ({ page, element, deadClicks }) => (
      <PeopleNumber behind={{ kind: 'dead', page, element }}>
        {formatCount(deadClicks)}
      </PeopleNumber>
    ),
  },
  {
    name: 'Affected Users',
    value: ({ affectedUsers }) => affectedUsers,
    show: ({ page, element, affectedUsers }) => (
      <PeopleNumber behind={{ kind: 'dead', page, element }}>
        {formatCount(affectedUsers)}
      </PeopleNumber>
    ),
  },
  {
    name: 'Issue',
    value: ({ issue }) => issue,
    show: ({ issue }) => <Badge tone={issues[issue].tone}>{issues[issue].label}</Badge>,
  },
];
