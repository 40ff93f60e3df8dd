import { A } from '@solidjs/router';
import { createQuery } from '@urql/solid';
import { For, Show } from 'solid-js';
import {
  FunnelDropOffsDocument,
  type FunnelDropOffsQuery,
  type FunnelDropOffsQueryVariables,
} from '../generated/funnels.ts';
import { formatCount, formatQuantity } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { personName } from '../person/describe.ts';
import { writeMoment } from '../replay/replay-clock.ts';
import { type LinkTo, useSiteLink } from '../site/site-link.ts';
import { formatDateTime, formatMoment } from '../time/format.ts';

type DropOff = FunnelDropOffsQuery['funnel']['stages'][number]['dropOffs']['nodes'][number];

/** Who reached a step and not the next: where they went, and their sessions at that moment. */
export function DropOffs(props: { readonly question: FunnelDropOffsQueryVariables }) {
  const linkTo = useSiteLink();
  const [result, ask] = createQuery({
    query: FunnelDropOffsDocument,
    variables: () => props.question,
  });
  const stage = () => result.data?.funnel.stages[0];
  const listed = () => stage()?.dropOffs.nodes.length ?? 0;
  /** How many there are, where that is more. */
  const notListed = () => {
    const all = stage()?.dropOffs.totalCount ?? 0;
    return all > listed() ? all : null;
  };
  const answer = {
    data: () => result.data,
    error: () => result.error,
    refresh: () => ask({ requestPolicy: 'network-only' }),
  };
  return (
    <section class="drop-offs" aria-label="Drop-offs">
      <Show when={stage()}>
        {(found) => (
          <>
            <p>
              {formatQuantity(found().dropped, 'visitor')} reached step {props.question.number} and
              not the next. Then they went to:
            </p>
            <ul class="next-pages">
              <For each={found().next}>
                {({ page, visitors }) => (
                  <li>
                    <span class={page === null ? 'quiet' : undefined}>
                      {page ?? 'nowhere: they left'}
                    </span>
                    <span class="numeric">{formatCount(visitors)}</span>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
      <Show when={notListed()}>
        {(all) => (
          <p class="quiet">
            The newest {formatCount(listed())} of {formatCount(all())} are listed.
          </p>
        )}
      </Show>
      <DataTable
        title={`Sessions that dropped at step ${props.question.number}`}
        file={`drop-offs-step-${props.question.number}`}
        answer={answer}
        rows={stage()?.dropOffs.nodes}
        columns={dropColumns(linkTo)}
        empty="Nobody dropped here."
      />
    </section>
  );
}

function dropColumns(linkTo: LinkTo): readonly Column<DropOff>[] {
  return [
    {
      name: 'Visitor',
      isText: true,
      value: ({ session }) => session.userId,
      show: ({ session, tMs }) => (
        <A href={linkTo(`/sessions/${session.sessionId}`, { t: writeMoment(tMs) })}>
          {personName(session)} at {formatMoment(tMs)}
        </A>
      ),
    },
    {
      name: 'Dropped',
      isText: true,
      value: ({ at }) => at,
      show: ({ at }) => formatDateTime(Date.parse(at)),
    },
    {
      name: 'Went to',
      isText: true,
      value: ({ nextPage }) => nextPage,
      show: ({ nextPage }) => nextPage ?? 'left',
    },
    { name: 'Dead Clicks', value: ({ session }) => session.deadClicks },
    { name: 'Rage Clicks', value: ({ session }) => session.rageClicks },
  ];
}
