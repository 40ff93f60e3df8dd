import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { AlertKeeper, type AlertTimes } from './alerts/alert-keeper.ts';
import { findViewer as findViewerByToken } from './auth/find-viewer.ts';
import { registerOwnerToken } from './auth/owner-token.ts';
import { deleteVisitor } from './erasure/delete-visitor.ts';
import { resumeErasures } from './erasure/resume-erasures.ts';
import type { Services } from './graphql/context.ts';
import { makeYoga } from './graphql/make-yoga.ts';
import { serveWebSocket } from './graphql/web-socket.ts';
import { HeatKeeper } from './heatmap/heat-keeper.ts';
import { makeRequestHandler } from './http/handle-request.ts';
import { guardOrigin } from './http/request-guard.ts';
import { aggregates } from './ingest/aggregates.ts';
import { type LaneLimits, openLanes } from './ingest/commit-lanes.ts';
import { Analyst } from './insights/analyst.ts';
import type { GeminiSettings } from './insights/gemini/settings.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { LiveHub } from './live/live-hub.ts';
import { makeLog } from './log.ts';
import { makeMetrics, watchSources } from './metrics/metrics.ts';
import { makeCommitObserver } from './metrics/observe-commits.ts';
import { takePart } from './parts/lease.ts';
import { Refolder } from './rebuild/refolder.ts';
import { retainSites } from './retention/retain-sites.ts';
import { ensureSite } from './sites/save-site.ts';
import type { NewSite } from './sites/site-settings.ts';
import { AbandonedTransactions } from './store/abandoned-transactions.ts';
import { deadLetters } from './store/dead-letters.ts';
import { openStore } from './store/open-store.ts';

export interface ApiOptions {
  readonly mongodbUri: string;
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** No token is needed; `host` must be a loopback address. */
  readonly localMode: boolean;
  /** What the collector proves itself with. */
  readonly ingestSecret: string;
  /** Lets its bearer do everything; not needed in local mode. */
  readonly ownerToken?: string | undefined;
  /** Origins of pages that may ask: the dashboard's. */
  readonly allowedOrigins?: readonly string[];
  /** Sites that are made unless they are there. */
  readonly sites?: readonly NewSite[];
  /** Lets its bearer read `/metrics` and nothing else. */
  readonly metricsToken?: string | undefined;
  /** The AI service for insights; none: the rules alone analyse. */
  readonly gemini?: GeminiSettings | null;
  /** Threads that take batches in; 0, as it is unless told: the one that answers does that as well. */
  readonly ingestThreads?: number;
  readonly commitLimits?: Partial<LaneLimits> | undefined;
  readonly alertTimes?: Partial<AlertTimes>;
  readonly log?: Logger;
}

export interface RunningApi {
  /** `http://host:port`, without a closing slash. */
  readonly url: string;
  /** Finishes what was accepted, then lets go of everything. */
  readonly stop: () => Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts the API: MongoDB first, the port last, so that whoever connects is served. */
export async function createApi(options: ApiOptions): Promise<RunningApi> {
  const { host, localMode, log = makeLog('warn') } = options;
  if (localMode && !loopback.has(host)) {
    throw new Error(`Local mode needs no token, so it listens on loopback only, not on ${host}.`);
  }
  const engine = await startEngine(options, log);
  try {
    const door = await openDoor(options, engine);
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${door.port}`,
      stop: async () => {
        const closed = door.close();
        await engine.finish();
        await closed;
        await engine.release();
      },
    };
  } catch (error) {
    await engine.finish();
    await engine.release();
    throw error;
  }
}

/** Everything that works without a port. */
async function startEngine(options: ApiOptions, log: Logger) {
  const store = await openStore(options.mongodbUri);
  for (const site of options.sites ?? []) await ensureSite(store, site);
  if (options.ownerToken) await registerOwnerToken(store, options.ownerToken);
  const abandoned = new AbandonedTransactions(store, log);
  abandoned.start();
  const part = await takePart(store);
  const context = { store, part, aggregates };
  const metrics = makeMetrics();
  const observe = makeCommitObserver(metrics);
  const { mongodbUri, ingestThreads: threads = 0, commitLimits: limits } = options;
  const committer = await openLanes({ mongodbUri, threads, limits }, context, log, observe);
  const live = new LiveHub(store, log);
  await live.start();
  const refolder = new Refolder(context, live, log);
  refolder.start();
  const heatKeeper = new HeatKeeper(store, log);
  heatKeeper.start();
  watchSources(metrics, {
    backlog: () => committer.backlog,
    subscribers: () => live.subscribers,
    streamLagMs: () => live.lagMs,
    deadLetters: () => deadLetters.in(store.db).estimatedDocumentCount(),
  });
  const jobs = new JobRunner(context, [resumeErasures, retainSites], log);
  jobs.start();
  const alertKeeper = new AlertKeeper(store, log, options.localMode, options.alertTimes);
  alertKeeper.start();
  const analyst = new Analyst(store, options.gemini ?? null, log);
  const services: Services = {
    store,
    committer,
    live,
    alertKeeper,
    analyst,
    log,
    metrics,
    refold: () => refolder.wake(),
    erase: (site, person) => jobs.work((own, signal) => deleteVisitor(own, site, person, signal)),
  };
  return {
    services,
    /** Nothing that was accepted is left undone. */
    finish: async () => {
      await analyst.stop();
      await committer.stop();
      await jobs.stop();
      await alertKeeper.stop();
      await refolder.stop();
      await heatKeeper.stop();
      await live.stop();
    },
    release: async () => {
      await abandoned.stop();
      await part.release();
      await store.close();
    },
  };
}

type Engine = Awaited<ReturnType<typeof startEngine>>;

/** HTTP and WebSocket, with all that stands guard before them. */
async function openDoor(options: ApiOptions, { services }: Engine) {
  const { localMode, ingestSecret, allowedOrigins = [] } = options;
  const { store, log } = services;
  const origins = allowedOrigins.map((origin) => origin.toLowerCase());
  const yoga = makeYoga(services, origins);
  const findViewer = (token: string | null) =>
    findViewerByToken(store, { localMode, ingestSecret }, token);
  const server = createServer();
  const port = await listen(server, options.port, options.host);
  const guard = (request: IncomingMessage) =>
    guardOrigin(request, { localMode, port, allowedOrigins: origins });
  const handle = makeRequestHandler({
    store,
    yoga,
    metrics: services.metrics,
    metricsToken: options.metricsToken,
    guard,
    findViewer,
  });
  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const sockets = serveWebSocket(server, { yoga, guard, findViewer });
  return {
    port,
    /** Takes no more connections; resolves when those that there are have had their answers. */
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await sockets.stop();
      server.closeIdleConnections();
      await closed;
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string) {
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
