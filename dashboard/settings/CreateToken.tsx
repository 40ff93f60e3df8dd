import { createMutation } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { CreateTokenDocument } from '../generated/access.ts';
import { Problem } from '../parts/Problem.tsx';
import { useSite } from '../site/site-context.ts';

/** Another token: for an owner, or for a reader of one site. */
export function CreateToken(props: { readonly onCreated: (secret: string) => void }) {
  const { sites } = useSite();
  const [result, create] = createMutation(CreateTokenDocument);
  const [chosen, setChosen] = createSignal('');
  /** One site until something else is chosen: the least that a token can do. */
  const scope = () => chosen() || (sites()[0]?.siteId ?? '');
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('tokenName'));
    const input =
      scope() === OWNER
        ? { name, role: 'OWNER' as const }
        : { name, role: 'READER' as const, sites: [scope()] };
    const { data } = await create({ input });
    if (!data) return;
    form.reset();
    setChosen('');
    props.onCreated(data.createToken.secret);
  };
  return (
    <form class="settings-form" onSubmit={(event) => void submit(event)}>
      <label class="labelled">
        For whom
        <input class="field" name="tokenName" required maxlength={200} placeholder="Support team" />
      </label>
      <label class="labelled">
        What it may do
        <select class="field" onChange={(event) => setChosen(event.currentTarget.value)}>
          <For each={sites()}>
            {(site) => (
              <option value={site.siteId} selected={site.siteId === scope()}>
                Read {site.name}
              </option>
            )}
          </For>
          <option value={OWNER} selected={scope() === OWNER}>
            Everything, as an owner
          </option>
        </select>
      </label>
      <div class="row">
        <button type="submit" class="button" disabled={result.fetching}>
          Make a token
        </button>
      </div>
      <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
    </form>
  );
}

/** No site is called so: ids have no spaces. */
const OWNER = 'an owner';
