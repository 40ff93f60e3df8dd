import { createMutation } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { ExportMenu } from '../export/ExportMenu.tsx';
import {
  EraseVisitorDocument,
  type EraseVisitorMutation,
  type EraseVisitorMutationVariables,
} from '../generated/access.ts';
import { formatCount, formatQuantity } from '../numbers/format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';

/** Erases a person, after asking once more, and says what went. */
export function EraseVisitor(props: { readonly siteId: string }) {
  const [kind, setKind] = createSignal<'visitor' | 'user'>('visitor');
  const [who, setWho] = createSignal('');
  const [isAsking, setAsking] = createSignal(false);
  return (
    <section class="settings-part" aria-labelledby="erase">
      <h2 id="erase">Erase a visitor</h2>
      <p class="quiet">
        Everything that was recorded of a person goes, and their part of every number with it.
      </p>
      <form
        class="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (who().trim()) setAsking(true);
        }}
      >
        <label class="labelled">
          By
          <select
            class="field"
            onChange={(event) => setKind(event.currentTarget.value === 'user' ? 'user' : 'visitor')}
          >
            <option value="visitor">Visitor id: one browser</option>
            <option value="user">User id: all of their browsers</option>
          </select>
        </label>
        <label class="labelled">
          The id, as a session’s facts show it
          <input
            class="field"
            required
            value={who()}
            onInput={(event) => setWho(event.currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" class="button" data-kind="danger">
            Erase…
          </button>
        </div>
      </form>
      <Show when={isAsking()}>
        <Confirm
          variables={{ site: props.siteId, [kind()]: who().trim() }}
          who={who().trim()}
          onClose={() => setAsking(false)}
        />
      </Show>
    </section>
  );
}

function Confirm(props: {
  readonly variables: EraseVisitorMutationVariables;
  readonly who: string;
  readonly onClose: () => void;
}) {
  const [result, erase] = createMutation(EraseVisitorDocument);
  return (
    <Dialog title={`Erase ${props.who}?`} onClose={props.onClose}>
      <Show
        when={result.data?.deleteVisitor}
        fallback={
          <>
            <p>This cannot be undone. What this person sends later is dropped as well.</p>
            <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
            <button
              type="button"
              class="button"
              data-kind="danger"
              disabled={result.fetching}
              onClick={() => void erase(props.variables)}
            >
              {result.fetching ? 'Erasing …' : 'Erase for good'}
            </button>
            <output class="quiet">
              {result.fetching ? 'This may take minutes. It goes on if you close this.' : ''}
            </output>
          </>
        }
      >
        {(report) => (
          <>
            <output>
              {formatQuantity(report().visitors, 'visitor')} erased. Found afterwards:{' '}
              {formatQuantity(sumOf(report().remaining), 'document')}.
            </output>
            <ExportMenu name="erasure" findRows={() => listCounts(report())} />
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">What went</th>
                  <th scope="col">Documents</th>
                </tr>
              </thead>
              <tbody>
                <For each={report().removed.filter(({ documents }) => documents > 0)}>
                  {({ collection, documents }) => (
                    <tr>
                      <th scope="row">{collection}</th>
                      <td>{formatCount(documents)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </>
        )}
      </Show>
    </Dialog>
  );
}

/** The whole report, what was empty as well: a proof is kept whole. */
function listCounts({ removed, remaining }: EraseVisitorMutation['deleteVisitor']) {
  return removed.map(({ collection, documents }) => ({
    collection,
    removed: documents,
    remaining: remaining.find((left) => left.collection === collection)?.documents ?? 0,
  }));
}

function sumOf(counts: readonly { readonly documents: number }[]): number {
  return counts.reduce((sum, { documents }) => sum + documents, 0);
}
