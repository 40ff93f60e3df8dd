import { createMutation, createQuery } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import {
  DeleteFunnelDocument,
  SavedFunnelsDocument,
  type SavedFunnelsQuery,
  SaveFunnelDocument,
} from '../generated/funnels.ts';
import { ForOwners } from '../site/ForOwners.tsx';
import { useSite } from '../site/site-context.ts';
import type { FunnelSetting } from './funnel-address.ts';

type Saved = SavedFunnelsQuery['funnels'][number];

/** Funnels kept under a name: opened, saved, saved over, deleted. */
export function SavedFunnels(props: {
  readonly setting: FunnelSetting;
  readonly onOpen: (setting: FunnelSetting) => void;
}) {
  const { name, setName, said, saved, chosen, open, keep, forget } = createSavedFunnels(
    () => props.setting,
    (setting) => props.onOpen(setting),
  );
  return (
    <form
      class="row"
      aria-label="Saved funnels"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Show when={saved().length > 0}>
        <label>
          <span class="screen-reader-only">Saved funnels</span>
          <select
            class="field"
            value={chosen()?.id ?? ''}
            onChange={(event) => open(saved().find(({ id }) => id === event.currentTarget.value))}
          >
            <option value="">Saved funnels</option>
            <For each={saved()}>{(each) => <option value={each.id}>{each.name}</option>}</For>
          </select>
        </label>
      </Show>
      <ForOwners
        instead={
          <span class="quiet">
            {saved().length > 0 ? '' : 'None is saved. '}Saving is an owner’s; the address keeps a
            funnel too.
          </span>
        }
      >
        <label>
          <span class="screen-reader-only">Name of this funnel</span>
          <input
            class="field"
            placeholder="Name to save it under"
            maxLength={200}
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          class="button"
          disabled={name().trim() === '' || props.setting.steps.length < 2}
        >
          {chosen() ? 'Save over' : 'Save'}
        </button>
        <Show when={chosen()}>
          {(funnel) => (
            <button
              type="button"
              class="button"
              data-kind="danger"
              onClick={() => void forget(funnel().id)}
            >
              Delete
            </button>
          )}
        </Show>
      </ForOwners>
      <output class="quiet">{said()}</output>
    </form>
  );
}

function createSavedFunnels(
  setting: () => FunnelSetting,
  onOpen: (setting: FunnelSetting) => void,
) {
  const { siteId } = useSite();
  const [result, ask] = createQuery({
    query: SavedFunnelsDocument,
    variables: () => ({ site: siteId() ?? null }),
    pause: () => siteId() === undefined,
  });
  const [, save] = createMutation(SaveFunnelDocument);
  const [, remove] = createMutation(DeleteFunnelDocument);
  const [name, setName] = createSignal('');
  const [said, setSaid] = createSignal('');
  const saved = () => result.data?.funnels ?? [];
  const chosen = () => saved().find((each) => each.name === name().trim());
  const open = (funnel: Saved | undefined) => {
    if (!funnel) return;
    setName(funnel.name);
    setSaid('');
    const { steps, order, windowMinutes } = funnel;
    const plain = steps.map(({ page, element, event }) => ({
      ...(page && { page }),
      ...(element && { element }),
      ...(event && { event }),
    }));
    onOpen({ steps: plain, order, windowMinutes, breakdown: setting().breakdown });
  };
  const tell = (error: { readonly message: string } | undefined, done: string) => {
    setSaid(error ? error.message.replace('[GraphQL] ', '') : done);
    ask({ requestPolicy: 'network-only' });
  };
  const keep = async () => {
    const { steps, order, windowMinutes } = setting();
    const input = { name: name().trim(), steps, order, windowMinutes };
    const { error } = await save({ site: siteId() ?? null, id: chosen()?.id ?? null, input });
    tell(error, 'Saved');
  };
  const forget = async (id: string) => {
    const { error } = await remove({ id });
    if (!error) setName('');
    tell(error, 'Deleted');
  };
  return { name, setName, said, saved, chosen, open, keep, forget };
}
