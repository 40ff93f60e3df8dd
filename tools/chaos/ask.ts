import type { Ask } from './numbers.ts';

/** Asks GraphQL, at the address that is right at the moment. @throws where it does not answer, or with errors */
export function makeAsk(findUrl: () => string | undefined, token: string): Ask {
  return async (query, variables) => {
    const url = findUrl();
    if (url === undefined) throw new Error('No API is up.');
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    if (errors || !data) throw new Error(`GraphQL: ${JSON.stringify(errors)} for ${query}`);
    return data;
  };
}
