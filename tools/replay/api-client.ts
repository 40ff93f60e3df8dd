import { UserProblem } from '../user-problem.ts';
import { findCode } from './error-code.ts';

/** Asks the API; data comes as the query names it. */
export type AskApi = <Data>(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Data>;

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/**
 * @param url of the GraphQL endpoint
 * @param token the owner's; may be left out in local mode
 * @throws {UserProblem} from each question that the API can't be asked or does not answer
 */
export function makeApiClient(url: string, token: string | null): AskApi {
  return async <Data>(query: string, variables = {}) => {
    const answer = await post(url, token, JSON.stringify({ query, variables }));
    if (answer.errors?.length || !answer.data) {
      const reasons = answer.errors?.map(({ message }) => message).join(' ') ?? 'no data';
      const isToken = answer.errors?.some(
        ({ extensions }) => extensions?.code === 'UNAUTHENTICATED',
      );
      const hint = isToken
        ? " (The owner's token is read from .data/owner-token, or OWNER_TOKEN.)"
        : '';
      throw new UserProblem(`The API at ${url} refuses: ${reasons}${hint}`);
    }
    return answer.data as Data;
  };
}

async function post(url: string, token: string | null, body: string): Promise<GraphQLAnswer> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    return (await response.json()) as GraphQLAnswer;
  } catch (error) {
    throw new UserProblem(
      `No API answers at ${url} (${findCode(error) || error}): start the system with \`npm start\` in another terminal, or name another with --api.`,
    );
  }
}
