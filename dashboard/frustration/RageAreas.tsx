import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { createHints, type Hints } from '../element/create-hints.ts';
import { ElementLabel } from '../element/ElementLabel.tsx';
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
import { changeColumn } from './change-column.tsx';
import { createMarks } from './marks.tsx';
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
  const hints = createHints(() => answer.data()?.rageClickAreas);
  const marks = createMarks(() => props.scope?.site ?? null, answer.refresh);
  return (
    <div>
      <DataTable
        title="Rage-click areas"
        file="rage-click-areas"
        answer={answer}
        rows={marks.shownRows(answer.data()?.rageClickAreas, props.showMarked)}
        rowKey={({ key }) => key}
        columns={[
          ...areaColumns(props.scope?.compare ?? false, hints),
          ...marks.columns(props.showMarked),
        ]}
        empty="Nobody hammered on anything in this time."
      />
      <marks.Said />
    </div>
  );
}

function areaColumns(isCompared: boolean, hints: Hints<Area>): readonly Column<Area>[] {
  return [
    { name: 'Page', isText: true, value: ({ page }) => page },
    {
      name: 'Element',
      isText: true,
      value: hints.label,
      show: (area) => (
        <ElementLabel element={area.element} hint={hints.of(area)} reason={area.reason} />
      ),
    },
    {
      name: 'Rage Clicks',
      value: ({ rageClicks }) => rageClicks,
      show: (area) => (
        <PeopleNumber behind={{ kind: 'rage', page: area.page, element: area.element }}>
          {formatCount(area.rageClicks)}
        </PeopleNumber>
      ),
    },
    ...changeColumn<Area>(isCompared, (area) => [area.rageClicks, area.previousRageClicks]),
    {
      name: 'Affected Users',
      value: ({ affectedUsers }) => affectedUsers,
      show: (area) => (
        <PeopleNumber behind={{ kind: 'rage', page: area.page, element: area.element }}>
          {formatCount(area.affectedUsers)}
        </PeopleNumber>
      ),
    },
    {
      name: 'Severity',
      value: ({ severity }) => severity,
      show: (area) => (
        <Badge tone={severities[area.severity].tone}>{severities[area.severity].label}</Badge>
      ),
    },
  ];
}
