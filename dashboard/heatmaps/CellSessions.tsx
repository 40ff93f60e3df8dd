import { A } from '@solidjs/router';
import { createQuery } from '@urql/solid';
import { For, Show } from 'solid-js';
import { type HeatmapPageQueryVariables, HeatmapSessionsDocument } from '../generated/heatmaps.ts';
import { formatQuantity } from '../numbers/format.ts';
import { personName } from '../person/describe.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';
import type { CellPlace } from './heat-cell.ts';

/** The people behind a cell. */
export function CellSessions(props: {
  readonly scope: HeatmapPageQueryVariables | undefined;
  readonly cell: CellPlace;
}) {
  const linkTo = useSiteLink();
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
  return (
    <Show when={sessions()}>
      {(found) => (
        <section class="cell-sessions" aria-label="Sessions at this cell">
          <h2>{formatQuantity(found().totalCount, 'session')} at this cell</h2>
          <ul>
            <For each={found().nodes}>
              {(session) => (
                <li>
                  <A href={linkTo(`/sessions/${session.sessionId}`)}>{personName(session)}</A>
                  <span class="quiet numeric">
                    {formatDateTime(Date.parse(session.startedAt))},{' '}
                    {formatQuantity(session.totalClicks, 'click')}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  );
}
