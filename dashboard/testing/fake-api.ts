import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { buildSchema, type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createYoga } from 'graphql-yoga';
import { type WebSocket, WebSocketServer } from 'ws';
import { findEvents, findSessions } from './fake-lists.ts';
import type { MadeSession } from './made-session.ts';

type Fields = Readonly<Record<string, unknown>>;
type Channels = {
  session: [payload: MadeSession];
  activity: [session: string, payload: Fields];
  analysisProgress: [payload: Fields];
  heatmapChanged: [payload: Fields];
  rageClickAreasChanged: [payload: Fields];
};

/** An API of made data that speaks the real schema and both real protocols. Tests reach in to make things happen. */
export interface FakeApi {
  readonly url: string;
  readonly sites: Fields[];
  readonly sessions: MadeSession[];
  /** Answers of fields beyond sessions and sites, by name. */
  readonly fields: Record<string, unknown>;
  /** Puts a session in (or in the place of its older self) and tells subscribers. */
  readonly tell: (session: MadeSession) => void;
  readonly tellActivity: (session: string, activity: Fields) => void;
  readonly tellNumbers: (
    field: 'analysisProgress' | 'heatmapChanged' | 'rageClickAreasChanged',
    change: Fields,
  ) => void;
  /** With a token, everyone needs it. */
  requireToken: (token: string | null) => void;
  /** Cuts every socket and accepts no more until told to. */
  cutSockets: (cut: boolean) => void;
  readonly close: () => Promise<void>;
}

export async function startFakeApi(): Promise<FakeApi> {
  const schema = buildSchema(
    await readFile(resolve(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'),
  );
  const channels = createPubSub<Channels>();
  let token: string | null = null;
  let areSocketsCut = false;
  const sites: Fields[] = [];
  const sessions: MadeSession[] = [];
  const fields: Record<string, unknown> = {};
  const sockets = new Set<WebSocket>();

  addResolvers(schema, { sites, sessions, fields, channels });
  const yoga = createYoga({
    schema,
    logging: false,
    cors: { origin: '*', allowedHeaders: ['authorization', 'content-type'] },
    plugins: [
      {
        onExecute({ args }: { args: ExecutionArgs }) {
          const context = args.contextValue as { request: Request };
          const bearer = context.request.headers.get('authorization');
          if (token && bearer !== `Bearer ${token}`) throw unauthenticated();
        },
      },
    ],
  });
  // Yoga answers every request itself; its promise says nothing more.
  const server = createServer((request, response) => void yoga(request, response));
  const socketServer = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (areSocketsCut) return socket.destroy();
    socketServer.handleUpgrade(request, socket, head, (opened) => {
      sockets.add(opened);
      opened.on('close', () => sockets.delete(opened));
      socketServer.emit('connection', opened, request);
    });
  });
  useServer(
    {
      schema,
      onConnect: (context) => !token || context.connectionParams?.token === token,
    },
    socketServer,
  );
  const url = await listen(server);
  return {
    url,
    sites,
    sessions,
    fields,
    tell(session) {
      const known = sessions.findIndex((each) => each.id === session.id);
      if (known < 0) sessions.push(session);
      else sessions[known] = session;
      channels.publish('session', session);
    },
    tellActivity: (session, activity) => channels.publish('activity', session, activity),
    tellNumbers: (field, change) => channels.publish(field, change),
    requireToken: (next) => {
      token = next;
    },
    cutSockets(cut) {
      areSocketsCut = cut;
      if (cut) for (const socket of sockets) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Data {
  readonly sites: readonly Fields[];
  readonly sessions: readonly MadeSession[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly channels: ReturnType<typeof createPubSub<Channels>>;
}

function addResolvers(schema: GraphQLSchema, { sites, sessions, fields, channels }: Data): void {
  const query = schema.getQueryType()?.getFields() ?? {};
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const [name, field] of Object.entries({ ...mutations, ...query }))
    field.resolve = (_root, args) => {
      const answer = fields[name];
      return typeof answer === 'function' ? answer(args) : answer;
    };
  const known = {
    sites: () => sites,
    viewer: () => fields.viewer ?? { role: 'OWNER' },
    sessions: (_root: unknown, args: Fields) => findSessions(sessions, args),
    session: (_root: unknown, args: Fields) =>
      sessions.find((each) => isSession(each, args.id)) ?? null,
    events: (_root: unknown, args: Fields) => {
      // Those of the whole site are for a test to say.
      if (!args.session) return (fields.events as (asked: Fields) => unknown)(args);
      const session = sessions.find((each) => isSession(each, args.session));
      return findEvents(session, args);
    },
  };
  for (const [name, resolve] of Object.entries(known)) {
    const field = query[name];
    if (field) field.resolve = resolve;
  }
  const subscriptions = schema.getSubscriptionType()?.getFields() ?? {};
  const follow = (name: string, subscribe: (root: unknown, args: Fields) => unknown) => {
    const field = subscriptions[name];
    if (!field) return;
    field.subscribe = subscribe;
    field.resolve = (payload) => payload;
  };
  follow('sessionChanged', () => channels.subscribe('session'));
  follow('analysisProgress', () => channels.subscribe('analysisProgress'));
  follow('heatmapChanged', () => channels.subscribe('heatmapChanged'));
  follow('rageClickAreasChanged', () => channels.subscribe('rageClickAreasChanged'));
  follow('sessionActivity', (_root, args) => channels.subscribe('activity', String(args.session)));
}

function isSession(session: MadeSession, id: unknown): boolean {
  return session.id === id || session.sessionId === id;
}

function unauthenticated(): GraphQLError {
  return new GraphQLError('A token is needed.', { extensions: { code: 'UNAUTHENTICATED' } });
}

function listen(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      done(`http://127.0.0.1:${port}/graphql`);
    });
  });
}
