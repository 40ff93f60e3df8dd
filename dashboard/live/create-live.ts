import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useClient } from '@urql/solid';
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { socketStatus } from '../client/socket.ts';

/** While no socket delivers, ask this often; the list promises to be at most 3 s behind. */
const POLL_MS = 2_000;
/** While it does, still ask now and then: who has gone silent is told by no event. */
const CHECK_MS = 15_000;
/** A subscription that the API ended is asked for again after this. */
const RESUBSCRIBE_MS = 2_000;

interface LiveOptions<Data, Variables extends AnyVariables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  /** undefined while there is nothing to subscribe to yet. */
  readonly variables: Accessor<Variables | undefined>;
  readonly onData: (data: Data) => void;
  /** Fetches what a message would have told. Called when the socket is back, and in place of it while it is down. */
  readonly refresh: () => Promise<unknown>;
}

/**
 * Follows a subscription for as long as its owner lives, whatever happens to the socket, and refreshes by polling
 * where it does not deliver.
 *
 * @returns whether messages arrive by the socket now
 */
export function createLive<Data, Variables extends AnyVariables>(
  options: LiveOptions<Data, Variables>,
): Accessor<boolean> {
  const subscribed = createSubscribed(options);
  const delivers = () => subscribed() && socketStatus() === 'live';
  createEffect(
    on(delivers, (now, before) => {
      // The first query may be older than the subscription: what came between the two is fetched once.
      if (now || before) void options.refresh();
      const timer = setInterval(
        () => {
          if (document.visibilityState === 'visible') void options.refresh();
        },
        now ? CHECK_MS : POLL_MS,
      );
      onCleanup(() => clearInterval(timer));
    }),
  );
  const onVisible = () => {
    if (document.visibilityState === 'visible') void options.refresh();
  };
  document.addEventListener('visibilitychange', onVisible);
  onCleanup(() => document.removeEventListener('visibilitychange', onVisible));
  return delivers;
}

/** Subscribes, and again when the API ends it; true while it has not been refused. */
function createSubscribed<Data, Variables extends AnyVariables>(
  options: LiveOptions<Data, Variables>,
): Accessor<boolean> {
  const client = useClient();
  const [accepted, setAccepted] = createSignal(false);
  const [attempt, setAttempt] = createSignal(0);
  createEffect(() => {
    attempt();
    const variables = options.variables();
    setAccepted(variables !== undefined);
    if (!variables) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      setAccepted(false);
      clearTimeout(retry);
      retry = setTimeout(() => setAttempt((count) => count + 1), RESUBSCRIBE_MS);
    };
    const { unsubscribe } = client.subscription(options.document, variables).subscribe((result) => {
      if (result.error) return again();
      setAccepted(true);
      if (result.data) options.onData(result.data);
    });
    onCleanup(() => {
      clearTimeout(retry);
      unsubscribe();
    });
  });
  return accepted;
}
