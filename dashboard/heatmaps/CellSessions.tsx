import { createQuery } from '@urql/solid';
import { createMemo, Show } from 'solid-js';
import type { Target } from '../behind/moment.ts';
import { SessionsBehind } from '../behind/SessionsBehind.tsx';
import { type HeatmapPageQueryVariables, HeatmapSessionsDocument } from '../generated/heatmaps.ts';
import { formatQuantity } from '../numbers/format.ts';
import type { CellPlace } from './heat-cell.ts';

const kinds: Readonly<Record<string, Target['kind']>> = {
  MOVES: 'move',
  RAGE: 'rage',
  DEAD: 'dead',
};

/** The people behind a cell, each at the moment at which they were there. */
export function CellSessions(props: {
  readonly scope: HeatmapPageQueryVariables | undefined;
  readonly cell: CellPlace;
}) {
  const hasPeople = () =>
    !['SCROLL', 'ATTENTION', 'TRAILS'].includes(props.scope?.layer ?? 'TRAILS');
  const [result] = createQuery({
    query: HeatmapSessionsDocument,
    variables: () => ({
      ...(props.scope ?? { page: '', layer: 'CLICKS' as const, gridSize: 20 }),
      ...props.cell,
    }),
    pause: () => !hasPeople(),
  });
  const sessions = () => (hasPeople() ? result.data?.heatmap.sessions : undefined);
  const target = createMemo<Target>(() => ({
    kind: kinds[props.scope?.layer ?? ''] ?? 'click',
    page: props.scope?.page ?? '',
    square: { ...props.cell, side: props.scope?.gridSize ?? 20 },
  }));
  return (
    <Show when={sessions()}>
      {(found) => (
        <section class="cell-sessions" aria-label="Sessions at this cell">
          <h2>{formatQuantity(found().totalCount, 'session')} at this cell</h2>
          <SessionsBehind sessions={found().nodes} target={target()} />
        </section>
      )}
    </Show>
  );
}
