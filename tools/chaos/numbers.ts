import { eventFields, pageQuestions, questions, sessionFields } from './questions.ts';

/** Every number that GraphQL tells of a site, in a form in which two systems can be compared. */
export type Numbers = Readonly<Record<string, unknown>>;

export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

export async function readNumbers(ask: Ask, site: string): Promise<Numbers> {
  const numbers: Record<string, unknown> = {
    sessions: await readAll(
      ask,
      site,
      `sessions(site: $site, first: 50, after: $after)`,
      sessionFields,
    ),
    events: await readAll(ask, site, `events(site: $site, first: 500, after: $after)`, eventFields),
    bursts: await readAll(
      ask,
      site,
      `sessions(site: $site, first: 20, after: $after)`,
      `sessionId rageBursts(includeProductive: true) { tMs clickCount durationMs radiusPx x y productive reason }
       pages { viewId route durationMs activeMs clicks deepestScrollPercent isQuickBack } trail { tMs x y }`,
    ),
  };
  for (const question of questions) {
    const variables = { site };
    numbers[question] = order(await ask(`query Q($site: ID!) { ${question} }`, variables));
  }
  const routes = (numbers[questions[0] ?? ''] as { pages: { nodes: { route: string }[] } }).pages
    .nodes;
  for (const { route: page } of routes) {
    for (const question of pageQuestions) {
      const query = `query Q($site: ID!, $page: String!) { ${question} }`;
      numbers[`${page} ${question}`] = order(await ask(query, { site, page }));
    }
  }
  return numbers;
}

interface Connection {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function readAll(ask: Ask, site: string, list: string, fields: string): Promise<unknown> {
  const nodes: unknown[] = [];
  const query = `query Q($site: ID!, $after: String) { list: ${list} { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null; ; ) {
    const { list: page } = (await ask(query, { site, after })) as { list: Connection };
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return order(nodes);
    after = page.pageInfo.endCursor;
  }
}

/** Lists of things in an order of their own: where the API sorts by a number, equals come in any order. */
function order(value: unknown): unknown {
  if (Array.isArray(value)) {
    if (typeof value[0] !== 'object') return value;
    const texts = value.map((each) => JSON.stringify(order(each))).sort();
    return texts.map((text) => JSON.parse(text) as unknown);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, order(each)]));
}

/** Where two readings differ: a path and both values, at most `most` of them. */
export function findDifferences(expected: unknown, found: unknown, most = 5, path = ''): string[] {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isTree(expected) || !isTree(found)) {
    return [`${path}: ${shorten(expected)} was expected, ${shorten(found)} found`];
  }
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const differences: string[] = [];
  for (const name of names) {
    if (differences.length >= most) break;
    const below = `${path}/${name.split('{')[0]?.trim()}`;
    differences.push(...findDifferences(expected[name], found[name], most, below));
  }
  return differences.slice(0, most);
}

function shorten(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 160);
}
