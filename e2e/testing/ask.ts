import type { RunningSystem } from '../../tools/system/system.ts';

export interface SessionNumbers {
  readonly sessionId: string;
  readonly totalClicks: number;
  readonly rageClicks: number;
  readonly deadClicks: number;
  readonly mouseMovements: number;
  readonly pageCount: number;
}

const sessionsQuery = `query Sessions($site: ID) {
  sessions(site: $site, first: 50) {
    nodes { sessionId totalClicks rageClicks deadClicks mouseMovements pageCount }
  }
}`;

/** Asks the API; `token` null for a stranger. @returns status, data and errors as they came */
export async function ask(
  system: Pick<RunningSystem, 'urls' | 'ownerToken'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  token: string | null = system.ownerToken,
): Promise<{ readonly status: number; readonly data: unknown; readonly errors: unknown }> {
  const response = await fetch(`${system.urls.api}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? null };
}

/** The shop's sessions, newest first. */
export async function findSessions(system: RunningSystem): Promise<readonly SessionNumbers[]> {
  const { data, errors } = await ask(system, sessionsQuery, { site: system.site });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { sessions: { nodes: SessionNumbers[] } }).sessions.nodes;
}
