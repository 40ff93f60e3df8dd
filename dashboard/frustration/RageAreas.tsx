import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import {
  RageAreasChangedDocument,
  RageAreasDocument,
  type RageAreasQuery,
  type RageAreasQueryVariables,
} from '../generated/frustration.ts';
import { createTriggeredQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { ElementLabel } from './ElementLabel.tsx';
import { markColumn, shownRows } from './marks.tsx';
import { severities } from './wording.ts';

type Area = RageAreasQuery['rageClickAreas'][number];

/** Spots on which people hammered, most first; live. */
export function RageAreas(props: {
  readonly scope: RageAreasQueryVariables | undefined;
  readonly showMarked: boolean;
}) {
  const answer = createTriggeredQuery(RageAreasDocument, () => props.scope, {
    document: RageAreasChangedDocument,
    variables: () => props.scope && { site: props.scope.site },
  });
  return (
    <DataTable
      title="Rage-click areas"
      file="rage-click-areas"
      answer={answer}
      rows={shownRows(answer.data()?.rageClickAreas, props.showMarked)}
      columns={[...areaColumns, markColumn(props.scope?.site, answer.refresh)]}
      empty="Nobody hammered on anything in this time."
    />
  );
}

const areaColumns: readonly Column<Area>[] = [
  { name: 'Page', isText: true, value: ({ page }) => page },
  {
    name: 'Element',
    isText: true,
    value: ({ element }) => element.label,
    show: ({ element, reason }) => <ElementLabel element={element} reason={reason} />,
  },
  {
    name: 'Rage Clicks',
    value: ({ rageClicks }) => rageClicks,
    show: ({ page, element, rageClicks }) => (
      <PeopleNumber behind={{ kind: 'rage', page, element }}>
        {formatCount(rageClicks)}
      </PeopleNumber>
    ),
  },
  {
    name: 'Affected Users',
    value: ({ affectedUsers }) => affectedUsers,
    show: ({ page, element, affectedUsers }) => (
      <PeopleNumber behind={{ kind: 'rage', page, element }}>
        {formatCount(affectedUsers)}
      </PeopleNumber>
    ),
  },
  {
    name: 'Severity',
    value: ({ severity }) => severity,
    show: ({ severity }) => (
      <Badge tone={severities[severity].tone}>{severities[severity].label}</Badge>
    ),
  },
];
