import { createSignal, Show } from 'solid-js';
import { forgetToken, readToken, storeToken } from './token.ts';
import './sign-in.css';

/** Shown in place of everything else while the API answers UNAUTHENTICATED. */
export function SignIn() {
  const wasRefused = readToken() !== null;
  const [token, setToken] = createSignal('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!token().trim()) return;
    storeToken(token().trim());
    // A fresh start: no cache, socket or view keeps anything from before.
    location.reload();
  };
  return (
    <main class="sign-in">
      <h1>Sign in</h1>
      <Show when={wasRefused}>
        <p role="alert">The API did not accept the token that this browser has kept.</p>
      </Show>
      <p class="quiet">
        Open the link that <code>npm start</code> prints, or paste the owner token. It is in{' '}
        <code>.data/owner-token</code> on the machine that runs Trailgraph.
      </p>
      <form onSubmit={submit}>
        <label class="labelled">
          Token
          <input
            class="field"
            type="password"
            name="token"
            autocomplete="current-password"
            required
            value={token()}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" class="button" data-kind="main">
            Sign in
          </button>
          <Show when={wasRefused}>
            <button
              type="button"
              class="button"
              onClick={() => {
                forgetToken();
                location.reload();
              }}
            >
              Try without a token
            </button>
          </Show>
        </div>
      </form>
    </main>
  );
}
