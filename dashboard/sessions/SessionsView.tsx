import { useLocation, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, Match, Show, Switch } from 'solid-js';
import { CopyAsked } from '../export/CopyAsked.tsx';
import { createTitle } from '../frame/title.ts';
import { formatQuantity } from '../numbers/format.ts';
import { NothingRecorded } from '../parts/NothingRecorded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useSite } from '../site/site-context.ts';
import { createSessionList } from './create-session-list.ts';
import { ExportSessions } from './ExportSessions.tsx';
import { FilterBar, isFiltered } from './FilterBar.tsx';
import { rememberList } from './last-list.ts';
import { SessionTable } from './SessionTable.tsx';
import { SessionTableSkeleton } from './SessionTableSkeleton.tsx';
import {
  type FilterParameters,
  type ListFilter,
  readFilter,
  toApiFilter,
  writeFilter,
} from './session-filter.ts';
import './sessions.css';

/** Who is and was on the site, newest first, by itself up to date. */
export function SessionsView() {
  createTitle(() => 'Sessions');
  const { site, siteId } = useSite();
  const [parameters, setParameters] = useSearchParams<Record<keyof FilterParameters, string>>();
  const filter = createMemo(() => readFilter(parameters));
  const change = (next: Partial<ListFilter>) =>
    setParameters(writeFilter({ ...filter(), ...next }));
  const question = createMemo(
    () => {
      const asked = siteId();
      const timeZone = site()?.timeZone;
      // Days begin when the site's clocks say so: with dates, its time zone is waited for.
      if (!asked || (filter().period && !timeZone)) return undefined;
      return { site: asked, filter: toApiFilter(filter(), Date.now(), timeZone ?? 'UTC') };
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const list = createSessionList(question);
  const location = useLocation();
  createEffect(() => {
    const { pathname, search } = location;
    if (pathname === '/sessions') rememberList(siteId() ?? '', pathname + search);
  });
  const link = (session: string) =>
    `/sessions/${session}${siteId() ? `?site=${encodeURIComponent(siteId() ?? '')}` : ''}`;
  return (
    <div class="view">
      <div class="view-head">
        <h1>Sessions</h1>
        <div class="row">
          <output class="quiet numeric">
            <Show when={list.totalCount() !== undefined}>
              {describeTotal(list.totalCount() ?? 0)}
            </Show>
          </output>
          <ExportSessions question={question()} />
          <CopyAsked />
        </div>
      </div>
      <FilterBar filter={filter()} onChange={change} />
      <Show when={list.error()}>
        {(error) => <Problem error={error()} retry={() => void list.refresh()} />}
      </Show>
      <Switch>
        <Match when={list.rows().length > 0}>
          <SessionTable list={list} link={link} />
        </Match>
        <Match when={list.totalCount() === undefined && !list.error()}>
          <SessionTableSkeleton />
        </Match>
        <Match when={list.totalCount() === 0 && isFiltered(filter())}>
          <p class="quiet">No session matches these filters.</p>
        </Match>
        <Match when={list.totalCount() === 0 && siteId()}>
          {(asked) => <NothingRecorded site={asked()} />}
        </Match>
      </Switch>
    </div>
  );
}

/** The API counts no further than this. */
const MOST_COUNTED = 10_000;

function describeTotal(count: number): string {
  return `${formatQuantity(count, 'session')}${count < MOST_COUNTED ? '' : ' or more'}`;
}
