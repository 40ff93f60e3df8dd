import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** What a subscription has said so far, and how to end it. */
export interface TestSubscription<T> {
  readonly received: T[];
  /** Codes of errors. */
  readonly errors: string[];
  readonly stop: () => Promise<void>;
}

/** Subscribes as a browser does, over graphql-ws. */
export function subscribe<T>(
  url: string,
  query: string,
  options: { readonly token?: string; readonly variables?: Record<string, unknown> } = {},
): TestSubscription<T> {
  const { token, variables } = options;
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token ? { connectionParams: { token } } : {}),
  });
  const received: T[] = [];
  const errors: string[] = [];
  const refuse = (list: unknown) => {
    for (const error of Array.isArray(list) ? list : [list]) {
      errors.push(String(error?.extensions?.code ?? error));
    }
  };
  client.subscribe<T>(
    { query, ...(variables ? { variables } : {}) },
    {
      next: ({ data, errors: told }) => {
        if (told) refuse(told);
        if (data) received.push(data);
      },
      error: refuse,
      complete: () => undefined,
    },
  );
  return { received, errors, stop: async () => client.dispose() };
}
