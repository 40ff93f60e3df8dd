import { createMemo, For } from 'solid-js';
import { BehindDialog } from '../behind/BehindDialog.tsx';
import type { ClickScope } from '../behind/create-behind.ts';
import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { createHints, type Hints } from '../element/create-hints.ts';
import { ElementLabel } from '../element/ElementLabel.tsx';
import { isDark } from '../frame/theme.ts';
import { HeatmapAnchoredDocument, type HeatmapPageQueryVariables } from '../generated/heatmaps.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { type ElementHeat, groupByElement } from './anchored.ts';
import { heatColors, heatStep } from './heat-scale.ts';

/** Where in their elements people press: the same at every width of the page. */
export function ElementClicks(props: { readonly scope: HeatmapPageQueryVariables | undefined }) {
  const answer = createLiveQuery(HeatmapAnchoredDocument, () => {
    if (!props.scope) return undefined;
    const { gridSize: _gridSize, ...rest } = props.scope;
    return rest;
  });
  const rows = createMemo(() => {
    const points = answer.data()?.heatmap.anchored;
    return points && groupByElement(points).slice(0, 20);
  });
  const hints = createHints(rows);
  const span = (): PeriodQuery | undefined => {
    const { site, days, from, to } = props.scope ?? {};
    if (!site) return undefined;
    return { site, ...(days && { days }), ...(from && { from }), ...(to && { to }) };
  };
  const clicks = (): ClickScope => {
    const { layer, device } = props.scope ?? {};
    return {
      layer: layer === 'RAGE' || layer === 'DEAD' ? layer : 'CLICKS',
      device: device ?? null,
    };
  };
  return (
    <>
      <DataTable
        title="By element"
        file="clicks-by-element"
        answer={answer}
        rows={rows()}
        rowKey={({ element: { path, label } }) => JSON.stringify([path, label])}
        columns={[elementColumn(hints), placeColumn, clicksColumn(props.scope?.page ?? '')]}
        empty="No element was pressed here in this time."
      />
      <BehindDialog span={span()} clicks={clicks()} />
    </>
  );
}

/** How often an element was pressed, which opens by whom. */
function clicksColumn(page: string): Column<ElementHeat> {
  return {
    name: 'Clicks',
    value: ({ count }) => count,
    show: (row) => (
      <PeopleNumber behind={{ kind: 'click', page, element: row.element }}>
        {formatCount(row.count)}
      </PeopleNumber>
    ),
  };
}

function elementColumn(hints: Hints<ElementHeat>): Column<ElementHeat> {
  return {
    name: 'Element',
    isText: true,
    value: hints.label,
    show: (row) => <ElementLabel element={row.element} hint={hints.of(row)} />,
  };
}

const placeColumn: Column<ElementHeat> = {
  name: 'Where in it',
  isText: true,
  value: ({ places }) =>
    places.map(({ x, y }) => `${Math.round(x * 100)} % ${Math.round(y * 100)} %`).join('; '),
  show: (row) => <ElementBox heat={row} />,
};

/** An element's box, drawn at one shape whatever its own. */
function ElementBox(props: { readonly heat: ElementHeat }) {
  return (
    <svg
      class="element-box"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={`Where ${props.heat.element.label} is pressed`}
    >
      <For each={props.heat.places}>
        {({ x, y, intensity }) => (
          <rect
            x={x * 100 - 2.5}
            y={y * 100 - 2.5}
            width={5}
            height={5}
            fill={heatColors(isDark())[heatStep(intensity)]}
          />
        )}
      </For>
    </svg>
  );
}
