import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch } from '../../schema/wire/batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { BatchResult, DeadLetter, IncomingBatch } from '../forward/incoming-batch.ts';
import type { SiteConfig } from '../site-config.ts';

export const ingestSecret = 'ingest-secret-for-tests';

/** Everything that the collector said to the API in one request. */
interface ApiCall {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly batches: readonly IncomingBatch[];
}

export interface StubApi {
  readonly url: string;
  readonly ingestCalls: ApiCall[];
  readonly deadLetters: DeadLetter[];
  /** How often the sites' settings were asked for. */
  siteQuestions: number;
  sites: readonly SiteConfig[];
  /** The result of each batch; `accepted` by default. */
  respond: (batch: Batch, incoming: IncomingBatch) => BatchResult;
  /** A status that every mutation gets while it is set; 0 hangs up. */
  failure: number | undefined;
  /** The same for the sites' settings. */
  sitesFailure: number | undefined;
  /** What answers to mutations wait for. */
  hold: Promise<unknown> | undefined;
  /** A GraphQL error for the whole call, as a schema gives it for one bad value. */
  errorFor: (batches: readonly Batch[]) => string | undefined;
  readonly stop: () => Promise<void>;
}

const accepted: BatchResult = { status: 'ACCEPTED', reason: null };

/** A site whose limits no test reaches by accident. */
export function siteOf(site: string, settings: Partial<SiteConfig> = {}): SiteConfig {
  return {
    site,
    origins: [],
    keptParameters: [],
    visitorBatchesPerMinute: 120,
    siteBatchesPerMinute: 6_000,
    excludedAddresses: [],
    ...settings,
  };
}

/** The API's side of the hand-over, over real HTTP: `/internal/sites` and the two mutations. */
export async function startStubApi(sites: readonly SiteConfig[]): Promise<StubApi> {
  const server = createServer((request, response) => {
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const failure = request.url === '/graphql' ? api.failure : api.sitesFailure;
    if (failure === 0) return request.socket.destroy();
    if (failure) return say(failure, {});
    if (request.headers.authorization !== `Bearer ${ingestSecret}`) return say(401, {});
    if (request.url === '/internal/sites') {
      api.siteQuestions++;
      return say(200, { sites: api.sites });
    }
    readText(request).then(
      async (text) => {
        const answer = answerGraphql(api, request, text);
        await api.hold;
        say(200, answer);
      },
      () => response.destroy(),
    );
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api: StubApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ingestCalls: [],
    deadLetters: [],
    siteQuestions: 0,
    sites,
    respond: () => accepted,
    failure: undefined,
    hold: undefined,
    sitesFailure: undefined,
    errorFor: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}

function answerGraphql(api: StubApi, { headers }: IncomingMessage, text: string): unknown {
  const { variables } = JSON.parse(text) as {
    variables: { batches?: IncomingBatch[]; letters?: DeadLetter[] };
  };
  const { batches = [], letters } = variables;
  if (letters) {
    api.deadLetters.push(...letters);
    return { data: { deadLetter: true } };
  }
  api.ingestCalls.push({ headers, text, batches });
  const decoded = batches.map(decodeIncoming);
  const message = api.errorFor(decoded);
  if (message) return { errors: [{ message }] };
  const results = batches.map((batch, i) => api.respond(decoded[i] as Batch, batch));
  return { data: { ingest: results } };
}

export function decodeIncoming({ body }: Pick<IncomingBatch, 'body'>): Batch {
  return decodeBatch(new Uint8Array(Buffer.from(body, 'base64')));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
