import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import {
  type GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type ValidationContext,
} from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { canRead, stranger, type Viewer } from '../auth/viewer.ts';
import { describeError } from '../describe-error.ts';
import { shareResults } from '../live/share-results.ts';
import { observeOperations } from '../metrics/observe-operations.ts';
import type { Context, Services } from './context.ts';
import { makeContext } from './make-context.ts';
import { Problem } from './problem.ts';
import { schema } from './schema.ts';

/** What the HTTP or WebSocket side knows of an operation. */
export interface Incoming {
  readonly viewer?: Viewer;
}

export type Yoga = YogaServerInstance<Incoming, Context>;

/** GraphQL over HTTP: everything that happens to an operation before its resolvers, in order. */
export function makeYoga(services: Services, allowedOrigins: readonly string[]): Yoga {
  const { log } = services;
  return createYoga<Incoming, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // From our own server: the default page loads its scripts from somebody else's.
    renderGraphiQL,
    graphiql: { title: 'Trailgraph', subscriptionsProtocol: 'WS', defaultQuery: firstQuery },
    cors: {
      origin: [...allowedOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-graphql-yoga-csrf'],
      maxAge: 86_400,
    },
    batching: false,
    multipart: false,
    logging: {
      // Below that, Yoga tells of whole operations with their variables.
      debug: () => undefined,
      info: () => undefined,
      warn: (...details) => log.warn({ details: details.map(describeError) }),
      error: (...details) => log.error({ details: details.map(describeError) }),
    },
    maskedErrors: { errorMessage: 'Something went wrong; it is in the log.' },
    context: ({ viewer }) => makeContext(services, viewer ?? stranger),
    plugins: [
      useCSRFPrevention(),
      EnvelopArmorPlugin({
        maxDepth: { n: 14, ...toldWithCode },
        maxAliases: { n: 30, ...toldWithCode },
        maxTokens: { n: 3_000 },
        maxDirectives: { n: 30, ...toldWithCode },
        // Pothos counts the cost, knowing how long each list is.
        costLimit: { enabled: false },
      }) as Plugin,
      introspectionByRole,
      observeOperations(services.metrics),
      shareResults,
    ],
  });
}

/** By itself the limit throws an error without a code, and calls it a syntax error. */
const toldWithCode = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new Problem('TOO_COMPLEX', message.replace('Syntax Error: ', ''))),
  ],
};

/** Whoever may not read learns nothing of the schema either. */
const introspectionByRole: Plugin<Incoming> = {
  onValidate({ context, addValidationRule }) {
    if (!canRead((context as Incoming).viewer ?? stranger)) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    }
  },
};

const firstQuery = `# The newest sessions of your site. Ctrl-Enter runs it.
{
  sessions(first: 10) {
    nodes { sessionId pageUrl startedAt totalClicks rageClicks deadClicks totalDistancePx }
  }
}
`;
