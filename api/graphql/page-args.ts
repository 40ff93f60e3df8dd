import { Problem } from './problem.ts';

/** Relay's arguments as they come. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which stretch of a list is wanted. */
export interface Stretch<Cursor> {
  readonly limit: number;
  /** Counted from the list's end. */
  readonly backward: boolean;
  readonly after: Cursor | null;
  readonly before: Cursor | null;
}

/**
 * @param parse reads a cursor; null where it is none
 * @throws {Problem} BAD_USER_INPUT
 */
export function readPageArgs<Cursor>(
  { first, after, last, before }: PageArgs,
  limits: { readonly usual: number; readonly most: number },
  parse: (cursor: string) => Cursor | null,
): Stretch<Cursor> {
  const isGiven = (value: unknown) => value !== null && value !== undefined;
  if (isGiven(first) && isGiven(last)) {
    throw new Problem('BAD_USER_INPUT', 'Ask for first or for last, not for both.');
  }
  const limit = first ?? last ?? limits.usual;
  if (limit < 0 || limit > limits.most) {
    throw new Problem('BAD_USER_INPUT', `A page has 0 to ${limits.most} entries.`);
  }
  const read = (cursor: string | null | undefined) => {
    if (!cursor) return null;
    const parsed = parse(cursor);
    if (parsed === null) throw new Problem('BAD_USER_INPUT', 'That cursor is none of this list.');
    return parsed;
  };
  return { limit, backward: isGiven(last), after: read(after), before: read(before) };
}

/** A Relay connection, as far as resolvers give it. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: () => Promise<number>;
}

/**
 * Makes a page of what was found.
 *
 * @param found one more than `limit` where there is more; backward: from the end
 */
export function makeConnection<Node, Cursor>(
  found: readonly Node[],
  { limit, backward, after, before }: Stretch<Cursor>,
  cursorOf: (node: Node) => string,
): Connection<Node> {
  const hasMore = found.length > limit;
  const kept = found.slice(0, limit);
  const nodes = backward ? kept.reverse() : kept;
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== null : hasMore,
      hasPreviousPage: backward ? hasMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A cursor: what a list is ordered by, as base64url of JSON. */
export function makeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @returns null where it is no cursor of that many parts */
export function readCursor(
  cursor: string,
  types: readonly ('string' | 'number')[],
): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== types.length) return null;
    return types.every((type, i) => typeof key[i] === type) ? key : null;
  } catch {
    return null;
  }
}
