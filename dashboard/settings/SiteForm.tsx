import { createMutation } from '@urql/solid';
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  type SiteSettingsFragment,
  UpdateSiteDocument,
  type UpdateSiteInput,
} from '../generated/settings.ts';
import { Problem } from '../parts/Problem.tsx';
import { keepSettings, lists, numbers, readRefusal, readSiteForm } from './site-input.ts';

/** How a site is recorded. Nothing is changed until it is saved, and what was saved last can be taken back. */
export function SiteForm(props: { readonly site: SiteSettingsFragment }) {
  const [result, save] = createMutation(UpdateSiteDocument);
  const [said, setSaid] = createSignal('');
  const [before, setBefore] = createSignal<UpdateSiteInput>();
  let form!: HTMLFormElement;
  const refusal = () => readRefusal(result.error?.graphQLErrors[0]?.message);
  const submit = async (
    input: UpdateSiteInput,
    kept: UpdateSiteInput | undefined,
    done: string,
  ) => {
    setSaid('');
    const { data } = await save({ id: props.site.id, input });
    setBefore(data ? kept : undefined);
    if (data) return setSaid(done);
    const refused = form.elements.namedItem(refusal()?.field ?? '');
    if (refused instanceof HTMLElement) refused.focus();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit(readSiteForm(new FormData(form)), keepSettings(props.site), 'Saved.');
  };
  return (
    <section class="settings-part" aria-labelledby="site-settings">
      <h2 id="site-settings">{props.site.name}</h2>
      <form class="settings-form" ref={form} onSubmit={onSubmit}>
        <Fields site={props.site} refusal={refusal()} />
        <div class="row">
          <button type="submit" class="button" data-kind="main" disabled={result.fetching}>
            Save
          </button>
          <output>{said()}</output>
          <Show when={before()}>
            {(kept) => (
              <button
                type="button"
                class="button"
                data-kind="plain"
                disabled={result.fetching}
                onClick={() => {
                  void submit(kept(), undefined, 'As it was before.').then(() => form.reset());
                }}
              >
                Undo
              </button>
            )}
          </Show>
        </div>
        <Show when={!refusal() && result.error}>{(error) => <Problem error={error()} />}</Show>
      </form>
    </section>
  );
}

interface FieldsProps {
  readonly site: SiteSettingsFragment;
  readonly refusal: ReturnType<typeof readRefusal>;
}

function Fields(props: FieldsProps) {
  return (
    <>
      <Labelled name="name" label="Name" refusal={props.refusal}>
        {(field) => (
          <input class="field" {...field} required maxlength={200} value={props.site.name} />
        )}
      </Labelled>
      <p class="labelled">
        Time zone, fixed at creation
        <span class="settings-fixed">{props.site.timeZone}</span>
      </p>
      <For each={lists}>
        {(list) => (
          <Labelled name={list.name} label={list.label} hint={list.hint} refusal={props.refusal}>
            {(field) => (
              <textarea class="field" {...field} rows={3}>
                {props.site[list.name].join('\n')}
              </textarea>
            )}
          </Labelled>
        )}
      </For>
      <Labelled
        name="deadClickSeconds"
        label="A click is dead after this many seconds without an answer"
        refusal={props.refusal}
      >
        {(field) => (
          <input
            class="field"
            {...field}
            type="number"
            min={0.5}
            max={60}
            step={0.1}
            required
            value={props.site.deadClickMs / 1_000}
          />
        )}
      </Labelled>
      <For each={numbers}>
        {({ name, label, most }) => (
          <Labelled name={name} label={label} refusal={props.refusal}>
            {(field) => (
              <input
                class="field"
                {...field}
                type="number"
                min={1}
                max={most}
                required
                value={props.site[name]}
              />
            )}
          </Labelled>
        )}
      </For>
      <label class="settings-check">
        <input type="checkbox" name="strict" checked={props.site.rageRule === 'STRICT'} />
        Count every burst of clicks as rage, also those that got what they wanted (steppers,
        carousels)
      </label>
    </>
  );
}

interface Field {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string;
}

/** A field with its name, what belongs into it, and why the API refused what was there. */
function Labelled(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly refusal: ReturnType<typeof readRefusal>;
  readonly children: (field: Field) => JSX.Element;
}) {
  const id = () => `setting-${props.name}`;
  const refused = () => props.refusal?.field === props.name && props.refusal.text;
  return (
    <div class="labelled" data-refused={refused() ? '' : undefined}>
      <label for={id()}>{props.label}</label>
      {props.children({ id: id(), name: props.name, 'aria-describedby': `${id()}-about` })}
      <span id={`${id()}-about`}>
        {props.hint}
        <Show when={refused()}>{(text) => <span role="alert">{text()}</span>}</Show>
      </span>
    </div>
  );
}
