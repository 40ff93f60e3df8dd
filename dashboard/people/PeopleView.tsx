import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { createTitle } from '../frame/title.ts';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { periodDays } from '../period/period.ts';
import { useSite } from '../site/site-context.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonNumbers } from './PersonNumbers.tsx';
import './people.css';

/** How everyone moves, or one person. */
export function PeopleView() {
  const { siteId } = useSite();
  const span = createPeriod();
  const [parameters, setParameters] = useSearchParams<Record<'person' | 'q', string>>();
  createTitle(() => parameters.person ?? 'People');
  return (
    <div class="view">
      <div class="view-head">
        <h1 class="person-title">{parameters.person ?? 'People'}</h1>
        <div class="row">
          <Show when={parameters.person}>
            <button
              type="button"
              class="button"
              data-kind="plain"
              onClick={() => setParameters({ person: undefined })}
            >
              Everyone
            </button>
          </Show>
          <PeriodPicker period={span.period()} onChange={span.choose} daysOnly />
        </div>
      </div>
      <PersonNumbers site={siteId()} person={parameters.person} days={periodDays(span.period())} />
      <PeopleTable
        site={siteId()}
        search={parameters.q ?? ''}
        onSearch={(q) => setParameters({ q: q || undefined })}
      />
    </div>
  );
}
