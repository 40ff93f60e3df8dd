import { createMutation } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { type AlertRule, CreateAlertDocument, type TimelineMetric } from '../generated/alerts.ts';
import { Problem } from '../parts/Problem.tsx';
import { PagePicker } from '../site/PagePicker.tsx';
import { useSite } from '../site/site-context.ts';
import { metricNames, rules } from './wording.ts';

/** A new alert. */
export function AlertForm(props: { readonly onCreated: (secret: string) => void }) {
  const { siteId } = useSite();
  const [result, create] = createMutation(CreateAlertDocument);
  const [rule, setRule] = createSignal<AlertRule>('ABOVE');
  const [page, setPage] = createSignal<string>();
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const input = {
      name: String(said.get('alertName')),
      rule: rule(),
      metric: String(said.get('metric') ?? 'RAGE_CLICK_RATE') as TimelineMetric,
      threshold: Number(said.get('threshold')),
      windowHours: Number(said.get('windowHours') ?? 1),
      page: page() ?? '',
      webhookUrl: String(said.get('webhookUrl')),
    };
    const { data } = await create({ site: siteId() ?? null, input });
    if (!data) return;
    form.reset();
    props.onCreated(data.createAlert.secret);
  };
  return (
    <section class="alert-new" aria-labelledby="new-alert">
      <h2 id="new-alert">New alert</h2>
      <form class="alert-form" onSubmit={(event) => void submit(event)}>
        <label class="labelled">
          Name
          <input class="field" name="alertName" required maxlength={200} />
        </label>
        <div class="labelled">
          Page
          <PagePicker page={page()} anyLabel="The whole site" onChange={setPage} />
        </div>
        <label class="labelled">
          Goes off when it
          <select
            class="field"
            name="rule"
            onChange={(event) => setRule(event.currentTarget.value as AlertRule)}
          >
            <For each={Object.entries(rules)}>
              {([value, label]) => (
                <option value={value} selected={value === rule()}>
                  {label}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="labelled">
          {rule() === 'SILENT' ? 'Minutes' : rule() === 'RISEN' ? 'Factor' : 'Value'}
          <input class="field" name="threshold" type="number" min="0" step="any" required />
        </label>
        <Show when={rule() !== 'SILENT'}>
          <label class="labelled">
            Metric
            <select class="field" name="metric">
              <For each={Object.entries(metricNames)}>
                {([value, label]) => <option value={value}>{label}</option>}
              </For>
            </select>
          </label>
          <label class="labelled">
            Over hours
            <input class="field" name="windowHours" type="number" min="1" max="168" value="1" />
          </label>
        </Show>
        <label class="labelled">
          Webhook
          <input class="field" name="webhookUrl" type="url" required placeholder="https://" />
        </label>
        <div class="row">
          <button type="submit" class="button" disabled={result.fetching}>
            Make the alert
          </button>
        </div>
        <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
      </form>
    </section>
  );
}
