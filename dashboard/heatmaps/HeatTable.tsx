import { Show } from 'solid-js';
import type { HeatmapPageQuery } from '../generated/heatmaps.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatPercent } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Unfold } from '../parts/Unfold.tsx';
import { formatDuration } from '../time/format.ts';

type Heatmap = HeatmapPageQuery['heatmap'];

const cellColumns: readonly Column<Heatmap['points'][number]>[] = [
  { name: 'From left, px', value: ({ x }) => x },
  { name: 'From top, px', value: ({ y }) => y },
  { name: 'Count', value: ({ count }) => count },
  { name: 'Visitors', value: ({ uniqueUsers }) => uniqueUsers },
  {
    name: 'Intensity',
    value: ({ intensity }) => intensity,
    show: ({ intensity }) => intensity.toFixed(2),
  },
];

const bandColumns: readonly Column<Heatmap['bands'][number]>[] = [
  {
    name: 'Part of the page',
    isText: true,
    value: ({ fromPercent }) => fromPercent,
    show: ({ fromPercent, toPercent }) => `${fromPercent} – ${toPercent} %`,
  },
  { name: 'Visitors', value: ({ visitors }) => visitors },
  { name: 'Seen by', value: ({ share }) => share, show: ({ share }) => formatPercent(share * 100) },
  {
    name: 'On screen',
    value: ({ seconds }) => seconds,
    show: ({ seconds }) => formatDuration(seconds * 1_000),
  },
];

/** What the canvas shows, as a table. */
export function HeatTable(props: {
  readonly heatmap: Heatmap | undefined;
  readonly label: string;
  readonly answer: LiveAnswer<unknown>;
}) {
  const isBands = () => props.heatmap?.layer === 'SCROLL' || props.heatmap?.layer === 'ATTENTION';
  return (
    <Show when={props.heatmap}>
      {(heatmap) => (
        <Unfold summary="The heatmap as a table">
          <Show
            when={isBands()}
            fallback={
              <DataTable
                title={props.label}
                file="heatmap"
                answer={props.answer}
                rows={heatmap().points}
                columns={cellColumns}
                empty="Nothing was recorded here in this time."
              />
            }
          >
            <DataTable
              title={props.label}
              file="heatmap"
              answer={props.answer}
              rows={heatmap().bands}
              columns={bandColumns}
              empty="Nothing was recorded here in this time."
            />
          </Show>
        </Unfold>
      )}
    </Show>
  );
}
