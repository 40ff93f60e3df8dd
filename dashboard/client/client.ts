import {
  Client,
  type CombinedError,
  cacheExchange,
  type ExecutionResult,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import { rememberAsked } from '../export/asked.ts';

interface Surroundings {
  readonly apiUrl: string;
  readonly token: () => string | null;
  readonly socket: SocketClient;
  readonly onUnauthenticated: () => void;
}

/**
 * The urql client. The document cache, not the normalised one: going back to a list shows what was there at once
 * (`cache-and-network` then refreshes it), and live changes are merged by the views, which know their order and
 * filters. The normalised cache would add 10 kB to the first view and still need that code.
 */
export function makeClient({ apiUrl, token, socket, onUnauthenticated }: Surroundings): Client {
  return new Client({
    url: apiUrl,
    // Operations never travel in addresses, where logs and histories would keep them.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => {
      const bearer = token();
      return bearer ? { headers: { authorization: `Bearer ${bearer}` } } : {};
    },
    exchanges: [
      mapExchange({
        onOperation: rememberAsked,
        onError: (error) => {
          if (isUnauthenticated(error)) onUnauthenticated();
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { ...request, query: request.query ?? '' },
              {
                next: (result) => sink.next(result as ExecutionResult),
                error: (reason) => sink.error(reason),
                complete: () => sink.complete(),
              },
            ),
          }),
        }),
      }),
    ],
  });
}

/** True where the API wants a token, or another one. */
export function isUnauthenticated(error: CombinedError): boolean {
  const response: unknown = error.response;
  const status =
    typeof response === 'object' && response !== null ? Reflect.get(response, 'status') : 0;
  return (
    status === 401 || error.graphQLErrors.some((each) => each.extensions.code === 'UNAUTHENTICATED')
  );
}
