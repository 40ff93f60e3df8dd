import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { formatCount, formatQuantity } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { MoreRows } from '../parts/MoreRows.tsx';
import { personName } from '../person/describe.ts';
import { writeMoment } from '../replay/replay-clock.ts';
import { type LinkTo, useSiteLink } from '../site/site-link.ts';
import { formatDateTime, formatMoment } from '../time/format.ts';
import { createDropOffs, type DropOff, type DropOffQuestion } from './create-drop-offs.ts';

/** Who reached a step and not the next: where they went, and their sessions at that moment. */
export function DropOffs(props: { readonly question: DropOffQuestion }) {
  const linkTo = useSiteLink();
  const list = createDropOffs(() => props.question);
  const listed = () => list.rows()?.length ?? 0;
  /** How many there are, where that is more. */
  const notListed = () => {
    const all = list.stage()?.dropOffs.totalCount ?? 0;
    return all > listed() ? all : null;
  };
  return (
    <section class="drop-offs" aria-label="Drop-offs">
      <Show when={list.stage()}>
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
      <DataTable
        title={`Sessions that dropped at step ${props.question.number}`}
        file={`drop-offs-step-${props.question.number}`}
        answer={list.answer}
        rows={list.rows()}
        findAll={list.findAll}
        columns={dropColumns(linkTo)}
        empty="Nobody dropped here."
      />
      <Show when={notListed()}>
        {(all) => (
          <p class="quiet">
            The newest {formatCount(listed())} of {formatCount(all())} are listed.
          </p>
        )}
      </Show>
      <MoreRows list={list} label="Show more" />
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
