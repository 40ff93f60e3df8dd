import { useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { AllDevices } from '../device/AllDevices.tsx';
import { createTitle } from '../frame/title.ts';
import { FormsDocument } from '../generated/forms.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { PagePicker } from '../site/PagePicker.tsx';
import { FormSessions } from './FormSessions.tsx';
import { FormShape } from './FormShape.tsx';
import './forms.css';

/** How people get on with forms, field by field: never what they filled in. */
export function FormsView() {
  createTitle(() => 'Forms');
  const span = createPeriod();
  const [parameters, setParameters] = useSearchParams<Record<'page', string>>();
  const answer = createLiveQuery(FormsDocument, () => {
    const variables = span.variables();
    return variables && { ...variables, page: parameters.page ?? null };
  });
  return (
    <div class="view">
      <div class="view-head">
        <h1>Forms</h1>
        <div class="row">
          <PagePicker
            page={parameters.page}
            anyLabel="All pages"
            onChange={(page) => setParameters({ page })}
          />
          <AllDevices />
          <PeriodPicker period={span.period()} onChange={span.choose} />
        </div>
      </div>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Show when={answer.data()} fallback={<TableSkeleton rows={6} />}>
        {(data) => (
          <For
            each={data().forms}
            fallback={
              <p class="quiet">
                Nobody used a form here in this time. As soon as a field gets the focus, its form
                appears: which fields, how long, where people leave. Never what they fill in.
              </p>
            }
          >
            {(form) => <FormShape form={form} answer={answer} />}
          </For>
        )}
      </Show>
      <FormSessions span={span.variables()} />
    </div>
  );
}
