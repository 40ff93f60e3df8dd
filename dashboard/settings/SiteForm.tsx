import { createMutation } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { type SiteSettingsFragment, UpdateSiteDocument } from '../generated/settings.ts';
import { Problem } from '../parts/Problem.tsx';
import { lists, readSiteForm } from './site-input.ts';

/** How a site is recorded. Nothing is changed until it is saved. */
export function SiteForm(props: { readonly site: SiteSettingsFragment }) {
  const [result, save] = createMutation(UpdateSiteDocument);
  const [said, setSaid] = createSignal('');
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setSaid('');
    const input = readSiteForm(new FormData(event.currentTarget));
    const { data } = await save({ id: props.site.id, input });
    if (data) setSaid('Saved.');
  };
  return (
    <section class="settings-part" aria-labelledby="site-settings">
      <h2 id="site-settings">{props.site.name}</h2>
      <form class="settings-form" onSubmit={(event) => void submit(event)}>
        <label class="labelled">
          Name
          <input class="field" name="name" required maxlength={200} value={props.site.name} />
        </label>
        <p class="labelled">
          Time zone, fixed at creation
          <span class="settings-fixed">{props.site.timeZone}</span>
        </p>
        <For each={lists}>
          {(list) => (
            <label class="labelled">
              {list.label}
              <textarea class="field" name={list.name} rows={3}>
                {props.site[list.name].join('\n')}
              </textarea>
              <span>{list.hint}</span>
            </label>
          )}
        </For>
        <label class="labelled">
          A click is dead after this many seconds without an answer
          <input
            class="field"
            name="deadClickSeconds"
            type="number"
            min={0.5}
            max={60}
            step={0.1}
            required
            value={props.site.deadClickMs / 1_000}
          />
        </label>
        <NumberField site={props.site} name="retentionDays" label="Days that data is kept" />
        <NumberField
          site={props.site}
          name="visitorBatchesPerMinute"
          label="Batches a minute that one visitor may send"
        />
        <NumberField
          site={props.site}
          name="siteBatchesPerMinute"
          label="Batches a minute that the whole site may send"
        />
        <label class="settings-check">
          <input type="checkbox" name="strict" checked={props.site.rageRule === 'STRICT'} />
          Count every burst of clicks as rage, also those that got what they wanted (steppers,
          carousels)
        </label>
        <div class="row">
          <button type="submit" class="button" data-kind="main" disabled={result.fetching}>
            Save
          </button>
          <output>{said()}</output>
        </div>
        <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
      </form>
    </section>
  );
}

function NumberField(props: {
  readonly site: SiteSettingsFragment;
  readonly name: 'retentionDays' | 'visitorBatchesPerMinute' | 'siteBatchesPerMinute';
  readonly label: string;
}) {
  return (
    <label class="labelled">
      {props.label}
      <input
        class="field"
        name={props.name}
        type="number"
        min={1}
        required
        value={props.site[props.name]}
      />
    </label>
  );
}
