import { createMutation } from '@urql/solid';
import { For, Show } from 'solid-js';
import { type AlertStateFragment, SilenceAlertDocument } from '../generated/alerts.ts';
import { Problem } from '../parts/Problem.tsx';
import { silences } from './wording.ts';

/** Lets an alert call nobody for a while, or call again. */
export function SilenceAlert(props: {
  readonly alert: AlertStateFragment;
  readonly isSilenced: boolean;
  readonly onChanged: () => void;
}) {
  const [result, silence] = createMutation(SilenceAlertDocument);
  const silenceFor = async (hours: number) => {
    const until = hours === 0 ? null : new Date(Date.now() + hours * 3_600_000).toISOString();
    const { data } = await silence({ id: props.alert.id, until });
    if (data) props.onChanged();
  };
  return (
    <>
      <Show
        when={props.isSilenced}
        fallback={
          <label>
            <span class="screen-reader-only">Silence {props.alert.name}</span>
            <select
              class="field"
              data-size="s"
              disabled={result.fetching}
              onChange={(event) => void silenceFor(Number(event.currentTarget.value))}
            >
              <option value="">Silence for …</option>
              <For each={silences}>
                {({ hours, label }) => <option value={hours}>{label}</option>}
              </For>
            </select>
          </label>
        }
      >
        <button
          type="button"
          class="button"
          data-size="s"
          aria-label={`Let ${props.alert.name} call again`}
          onClick={() => void silenceFor(0)}
        >
          Let it call again
        </button>
      </Show>
      <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
    </>
  );
}
