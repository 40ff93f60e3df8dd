import { request } from 'undici';
import type { Ask } from './numbers.ts';

/** Asks GraphQL, at the address that is right at the moment. @throws where it does not answer, or with errors */
export function makeAsk(findUrl: () => string | undefined, token: string): Ask {
  return async (query, variables) => {
    const url = findUrl();
    if (url === undefined) throw new Error('No API is up.');
    const { body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
      // A connection of its own: one that was kept may have been closed at the other end between two rounds.
      reset: true,
    });
    const { data, errors } = (await body.json()) as { data?: unknown; errors?: unknown };
    if (errors || !data) throw new Error(`GraphQL: ${JSON.stringify(errors)} for ${query}`);
    return data;
  };
}
