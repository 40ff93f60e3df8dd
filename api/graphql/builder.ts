import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { canRead } from '../auth/viewer.ts';
import type { Context } from './context.ts';
import { makeGlobalId, parseGlobalId } from './global-id.ts';
import { Problem } from './problem.ts';

/** What an operation may cost: about the number of values it gives back, lists by their longest. */
const limits = { complexity: 100_000, depth: 14, breadth: 500 };

/**
 * The schema under construction. Every root field needs a scope: `Query` and `Subscription` ask for `read` as a whole, mutations
 * each for their own.
 */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  AuthScopes: { read: boolean; manage: boolean; handOver: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    IntColumn: { Input: never; Output: readonly number[] };
    Batch: { Input: unknown; Output: never };
  };
  Connection: { totalCount?: () => Promise<number> };
}>({
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ viewer }) => ({
      read: canRead(viewer),
      manage: viewer.role === 'owner',
      handOver: viewer.role === 'collector',
    }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer.role === 'stranger'
        ? new Problem('UNAUTHENTICATED', 'A token is needed: Authorization: Bearer …')
        : new Problem('FORBIDDEN', 'This token may not do that.'),
  },
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    nodesQueryOptions: false,
    idFieldOptions: { description: 'Unique over all types.' },
    // The connection's own multiplier has counted the nodes already.
    nodesOnConnection: {
      description: 'The nodes alone, in the same order.',
      complexity: { multiplier: 1 },
    },
    edgesFieldOptions: {
      description: 'The nodes, each with its place in the list.',
      complexity: { multiplier: 1 },
    },
    nodeFieldOptions: { description: 'What is at this place.' },
    cursorFieldOptions: { description: 'Its place, for `after` and `before`.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and where to go on.' },
    firstArgOptions: { description: 'How many from the start, or after `after`.' },
    lastArgOptions: {
      description: 'How many from the end, or before `before`; instead of `first`.',
    },
    afterArgOptions: { description: 'A cursor: only what follows it.' },
    beforeArgOptions: { description: 'A cursor: only what comes before it.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after the last one.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before the first one.' },
    startCursorFieldOptions: { description: 'Place of the first one; null on an empty page.' },
    endCursorFieldOptions: { description: 'Place of the last one; null on an empty page.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'A node and its place in the list.' },
    nodeQueryOptions: {
      description: 'Any object by its global id; null where there is none.',
      args: { id: { description: 'Its `id`.' } },
    },
    nodeTypeOptions: { description: 'An object with an id that is unique over all types.' },
    pageInfoTypeOptions: { description: 'Where a page of a list begins and ends.' },
    encodeGlobalID: (typename, id) => makeGlobalId(typename, String(id)),
    decodeGlobalID: (id) => {
      const parsed = parseGlobalId(id);
      if (!parsed) throw new Problem('BAD_USER_INPUT', 'That is no global id.');
      return parsed;
    },
  },
  complexity: {
    limit: limits,
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    complexityError: (kind, result) =>
      new Problem(
        'TOO_COMPLEX',
        `The operation is too large: ${kind.toLowerCase()} ${result[kind.toLowerCase() as 'depth']}. Ask for fewer fields or shorter pages.`,
      ),
  },
});

builder.queryType({
  description: 'What was recorded, and what follows from it.',
  authScopes: { read: true },
});
builder.mutationType({ description: 'Handing batches over, and keeping sites.' });
builder.subscriptionType({
  description: 'What changes, as it changes: over WebSocket (graphql-ws) at the same address.',
  authScopes: { read: true },
});
