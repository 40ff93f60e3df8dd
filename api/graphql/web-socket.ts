import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { readBearer } from '../auth/token.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Refusal } from '../http/request-guard.ts';
import { endRevoked } from '../tokens/end-revoked.ts';
import type { Yoga } from './make-yoga.ts';

const mostMessageBytes = 262_144;

interface Settings {
  readonly yoga: Yoga;
  readonly guard: (request: IncomingMessage) => Refusal | null;
  readonly findViewer: (token: string | null) => Promise<Viewer>;
}

/** GraphQL over WebSocket (graphql-ws) at `/graphql`, with the same plugins as over HTTP. */
export function serveWebSocket(server: Server, { yoga, guard, findViewer }: Settings) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = isGraphql(request) ? guard(request) : { status: 404, message: 'Not Found' };
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      sockets.emit('connection', client, request);
    });
  });
  const revoked = endRevoked(findViewer);
  const running = useServer(
    {
      // Yoga's own functions run its plugins; `onSubscribe` hands them over.
      execute: (args) => (args as Prepared).rootValue.execute(args),
      subscribe: (args) => (args as Prepared).rootValue.subscribe(args),
      onDisconnect: ({ extra }) => {
        revoked.forget(extra.socket);
      },
      onSubscribe: async ({ connectionParams, extra }, _id, params) => {
        const token =
          readToken(connectionParams) ?? readBearer(extra.request.headers.authorization);
        const viewer = await findViewer(token);
        if (token !== null && viewer.role !== 'stranger') revoked.watch(extra.socket, token);
        const enveloped = yoga.getEnveloped({ viewer, params, req: extra.request });
        const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped;
        const document = parse(params.query);
        const contextValue = await contextFactory();
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        const { operationName, variables } = params;
        return {
          schema,
          document,
          operationName: operationName ?? null,
          variableValues: variables ?? null,
          contextValue,
          rootValue: { execute, subscribe },
        };
      },
    },
    sockets,
  );
  return {
    stop: async () => {
      revoked.stop();
      await running.dispose();
    },
  };
}

type Prepared = ExecutionArgs & {
  rootValue: {
    execute: (args: ExecutionArgs) => ReturnType<typeof import('graphql').execute>;
    subscribe: (args: ExecutionArgs) => ReturnType<typeof import('graphql').subscribe>;
  };
};

function isGraphql({ url }: IncomingMessage): boolean {
  return (url ?? '').split('?')[0] === '/graphql';
}

/** @throws {GraphQLError} where it is no text */
function readToken(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const token = params?.['token'];
  if (token === undefined || token === null) return null;
  if (typeof token !== 'string') throw new GraphQLError('connectionParams.token must be a string.');
  return token;
}
