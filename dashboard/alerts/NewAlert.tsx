import { createMutation } from '@urql/solid';
import { Show } from 'solid-js';
import { CreateAlertDocument } from '../generated/alerts.ts';
import { Problem } from '../parts/Problem.tsx';
import { useSite } from '../site/site-context.ts';
import { AlertForm } from './AlertForm.tsx';

/** Makes an alert. */
export function NewAlert(props: { readonly onCreated: (secret: string) => void }) {
  const { siteId } = useSite();
  const [result, create] = createMutation(CreateAlertDocument);
  return (
    <section class="alert-new" aria-labelledby="new-alert">
      <h2 id="new-alert">New alert</h2>
      <AlertForm
        submitLabel="Make the alert"
        busy={result.fetching}
        onSubmit={async (input) => {
          const { data } = await create({ site: siteId() ?? null, input });
          if (data) props.onCreated(data.createAlert.secret);
          return data !== undefined;
        }}
      >
        <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
      </AlertForm>
    </section>
  );
}
