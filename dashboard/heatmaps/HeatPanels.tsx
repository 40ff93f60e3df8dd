import { type Accessor, createMemo, Show } from 'solid-js';
import type { HeatmapPageQueryVariables } from '../generated/heatmaps.ts';
import type { Period } from '../period/period.ts';
import { useSite } from '../site/site-context.ts';
import { type Comparison, comparedScope, comparisons } from './compare.ts';
import { createHeat, type Heat } from './create-heat.ts';
import { HeatPanel } from './HeatPanel.tsx';
import type { CellPlace } from './heat-cell.ts';

/** A heatmap, and beside it the one that it is compared with: on one scale, or no one could compare. */
export function HeatPanels(props: {
  readonly heat: Heat;
  readonly scope: HeatmapPageQueryVariables | undefined;
  readonly period: Period;
  readonly against: Comparison | null;
  readonly unit: string;
  readonly gridSize: number;
  readonly cell: CellPlace | null;
  readonly label: string;
  readonly onCell: (cell: CellPlace) => void;
}) {
  const other = createOther(props);
  const most = (heat: Heat) => heat.heatmap()?.maxCount ?? 0;
  const shared = () => ({
    maxCount: Math.max(most(props.heat), props.against ? most(other) : 0),
    gridSize: props.gridSize,
    unit: props.unit,
    cell: props.cell,
    onCell: props.onCell,
  });
  /** Two periods are drawn at one size, as pages grow and shrink; two devices each at its own. */
  const pageOf = (heat: Heat) => {
    if (props.against !== 'before') return heat.page();
    const [now, before] = [props.heat.page(), other.page()];
    return {
      width: Math.max(now.width, before.width),
      height: Math.max(now.height, before.height),
    };
  };
  return (
    <div class="heat-panels">
      <HeatPanel heat={props.heat} page={pageOf(props.heat)} label={props.label} {...shared()} />
      <Show when={props.against}>
        {(comparison) => (
          <HeatPanel
            heat={other}
            page={pageOf(other)}
            label={`${props.label}: ${comparisons[comparison()].toLowerCase()}`}
            {...shared()}
          />
        )}
      </Show>
    </div>
  );
}

function createOther(props: Parameters<typeof HeatPanels>[0]): Heat {
  const { site } = useSite();
  const scope: Accessor<HeatmapPageQueryVariables | undefined> = createMemo(
    () => {
      const { scope: asked, against, period } = props;
      const timeZone = site()?.timeZone ?? 'UTC';
      return asked && against
        ? comparedScope(asked, against, period, Date.now(), timeZone)
        : undefined;
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return createHeat(scope);
}
