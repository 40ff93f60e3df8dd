import { createMutation, createQuery } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { RevokeTokenDocument, TokensDocument, type TokensQuery } from '../generated/access.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { formatDate } from '../time/format.ts';
import { CreateToken } from './CreateToken.tsx';

type Token = TokensQuery['tokens'][number];

/** Who may look: makes tokens, shows each once, and takes them back. */
export function Tokens() {
  const [result, ask] = createQuery({ query: TokensDocument });
  const [secret, setSecret] = createSignal('');
  const [chosen, setChosen] = createSignal<Token>();
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <section class="settings-part" aria-labelledby="tokens">
      <h2 id="tokens">Tokens</h2>
      <p class="quiet">
        A token lets someone in without yours. A revoked one is refused at once, and its open views
        stop following.
      </p>
      <Show when={!result.data && result.error}>
        {(error) => <Problem error={error()} retry={refresh} />}
      </Show>
      <ul class="settings-list">
        <For each={result.data?.tokens}>
          {(token) => (
            <li>
              <span>
                {token.name}
                <span class="quiet">
                  {token.role === 'OWNER'
                    ? ' may do everything'
                    : ` reads ${token.sites.join(', ')}`}
                  , since {formatDate(Date.parse(token.createdAt))}
                </span>
              </span>
              <Show when={!(token.role === 'OWNER' && token.name === 'owner')}>
                <button
                  type="button"
                  class="button"
                  data-size="s"
                  aria-label={`Revoke ${token.name}`}
                  onClick={() => setChosen(token)}
                >
                  Revoke
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={result.data}>
        <CreateToken
          onCreated={(next) => {
            setSecret(next);
            refresh();
          }}
        />
      </Show>
      <Show when={secret()}>
        <Dialog title="The new token" onClose={() => setSecret('')}>
          <p>Copy it now: it is kept nowhere and is not shown again.</p>
          <pre class="snippet">
            <code>{secret()}</code>
          </pre>
          <CopyButton text={secret}>Copy the token</CopyButton>
        </Dialog>
      </Show>
      <Show when={chosen()} keyed>
        {(token) => <Revoke token={token} onDone={refresh} onClose={() => setChosen(undefined)} />}
      </Show>
    </section>
  );
}

function Revoke(props: {
  readonly token: Token;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [result, revoke] = createMutation(RevokeTokenDocument);
  const act = async () => {
    const { data } = await revoke({ id: props.token.id });
    if (!data) return;
    props.onDone();
    props.onClose();
  };
  return (
    <Dialog title={`Revoke ${props.token.name}?`} onClose={props.onClose}>
      <p>Whoever has this token is let in no more. This cannot be taken back.</p>
      <Show when={result.error}>{(error) => <Problem error={error()} />}</Show>
      <button
        type="button"
        class="button"
        data-kind="danger"
        disabled={result.fetching}
        onClick={() => void act()}
      >
        Revoke it
      </button>
    </Dialog>
  );
}
