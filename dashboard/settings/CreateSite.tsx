import { createMutation } from '@urql/solid';
import { Show } from 'solid-js';
import { CreateSiteDocument } from '../generated/settings.ts';
import { Problem } from '../parts/Problem.tsx';
import { useSite } from '../site/site-context.ts';

/** Another site to record. */
export function CreateSite() {
  const { choose, refresh } = useSite();
  const [result, create] = createMutation(CreateSiteDocument);
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const { data } = await create({
      input: {
        siteId: String(values.get('siteId')),
        name: String(values.get('siteName')),
        timeZone: String(values.get('timeZone')),
      },
    });
    if (!data) return;
    form.reset();
    refresh();
    choose(data.createSite.siteId);
  };
  return (
    <section class="settings-part" aria-labelledby="new-site">
      <h2 id="new-site">New site</h2>
      <form class="settings-form" onSubmit={(event) => void submit(event)}>
        <label class="labelled">
          Id, as its tag will say
          <input
            class="field"
            name="siteId"
            required
            maxlength={64}
            pattern="[A-Za-z0-9._\-]+"
            placeholder="shop"
          />
        </label>
        <label class="labelled">
          Name
          <input class="field" name="siteName" required maxlength={200} placeholder="Our shop" />
        </label>
        <label class="labelled">
          Time zone: its days begin at this zone’s midnight
          <input
            class="field"
            name="timeZone"
            required
            value={Intl.DateTimeFormat().resolvedOptions().timeZone}
          />
        </label>
        <div class="row">
          <button type="submit" class="button" disabled={result.fetching}>
            Create
          </button>
        </div>
        <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
      </form>
    </section>
  );
}
