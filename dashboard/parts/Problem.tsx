import type { CombinedError } from '@urql/core';
import { Match, Show, Switch } from 'solid-js';
import { errorCode } from '../client/error-code.ts';
import { useConfig } from '../config/config-context.ts';

/** An error, and what to do about it. */
export function Problem(props: {
  readonly error: CombinedError;
  readonly retry?: (() => void) | undefined;
}) {
  const { apiUrl } = useConfig();
  return (
    <div class="notice" role="alert">
      <Switch
        fallback={
          <>
            <h2>The API could not answer this</h2>
            <p>{props.error.graphQLErrors[0]?.message ?? props.error.message}</p>
          </>
        }
      >
        <Match when={errorCode(props.error) === 'NETWORK'}>
          <h2>The API does not answer</h2>
          <p>
            Nothing came back from <code>{apiUrl}</code>. Is it running? What is recorded meanwhile
            is kept and will appear.
          </p>
        </Match>
        <Match when={errorCode(props.error) === 'FORBIDDEN'}>
          <h2>This token may not do that</h2>
          <p>Ask the owner of the site for one that may, or sign in with another token.</p>
        </Match>
      </Switch>
      <Show when={props.retry}>
        {(retry) => (
          <button type="button" class="button" onClick={() => retry()()}>
            Try again
          </button>
        )}
      </Show>
    </div>
  );
}
