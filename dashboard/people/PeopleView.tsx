import { useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { BehindDialog } from '../behind/BehindDialog.tsx';
import { AllDevices } from '../device/AllDevices.tsx';
import { createTitle } from '../frame/title.ts';
import { CompareSwitch } from '../period/CompareSwitch.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
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
  const question = createMemo(() => {
    const [asked, before] = [span.variables(), span.before()];
    if (!asked) return undefined;
    const compare = span.compare() && before !== undefined;
    return {
      ...asked,
      user: parameters.person ?? null,
      compare,
      ...(compare && { beforeFrom: before?.from ?? null, beforeTo: before?.to ?? null }),
    };
  });
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
          <AllDevices />
          <PeriodPicker period={span.period()} onChange={span.choose} />
          <CompareSwitch span={span} />
        </div>
      </div>
      <PersonNumbers question={question()} />
      <PeopleTable
        site={siteId()}
        search={parameters.q ?? ''}
        onSearch={(q) => setParameters({ q: q || undefined })}
      />
      <BehindDialog
        span={span.variables()}
        of={{ person: parameters.person, period: span.period() }}
      />
    </div>
  );
}
