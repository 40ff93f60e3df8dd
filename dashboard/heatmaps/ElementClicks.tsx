import { createMemo, For } from 'solid-js';
import { isDark } from '../frame/theme.ts';
import { HeatmapAnchoredDocument, type HeatmapPageQueryVariables } from '../generated/heatmaps.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
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
  return (
    <DataTable
      title="By element"
      file="clicks-by-element"
      answer={answer}
      rows={rows()}
      columns={columns}
      empty="No element was pressed here in this time."
    />
  );
}

const columns: readonly Column<ElementHeat>[] = [
  {
    name: 'Element',
    isText: true,
    value: ({ label }) => label,
    show: ({ label, path }) => <span title={path}>{label}</span>,
  },
  {
    name: 'Where in it',
    isText: true,
    value: ({ places }) =>
      places.map(({ x, y }) => `${Math.round(x * 100)} % ${Math.round(y * 100)} %`).join('; '),
    show: (row) => <ElementBox heat={row} />,
  },
  { name: 'Clicks', value: ({ count }) => count, show: ({ count }) => formatCount(count) },
];

/** An element's box, drawn at one shape whatever its own. */
function ElementBox(props: { readonly heat: ElementHeat }) {
  return (
    <svg
      class="element-box"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={`Where ${props.heat.label} is pressed`}
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
