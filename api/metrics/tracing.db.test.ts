import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeVisits } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { inSpan } from './in-span.ts';

/** As OTLP over HTTP brings it; status code 2 is an error. */
interface ExportedSpan {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code: number };
}

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly spans: readonly ExportedSpan[];
    }[];
  }[];
}

let api: TestApi;
let backend: Server;
let provider: NodeTracerProvider;
let spans: ExportedSpan[];

/** Stands in for Jaeger, Tempo, or whatever takes OTLP. */
function startBackend(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as ExportRequest;
    const ours = resourceSpans
      .flatMap(({ scopeSpans }) => scopeSpans)
      .filter(({ scope }) => scope.name === 'trailgraph');
    spans.push(...ours.flatMap((scope) => scope.spans));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

beforeAll(async () => {
  backend = await startBackend();
  const { port } = backend.address() as AddressInfo;
  const exporter = new OTLPTraceExporter({ url: `http://127.0.0.1:${port}/v1/traces` });
  provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  provider.register();
  api = await startTestApi(await emptyDatabase(inject('mongodbUri'), 'tracing-test'));
});

afterAll(async () => {
  await api.stop();
  await provider.shutdown();
  trace.disable();
  backend.closeAllConnections();
  backend.close();
});

beforeEach(() => {
  spans = [];
});

/** What has arrived at the other end once everything was sent. */
async function exported(name: string): Promise<ExportedSpan[]> {
  await provider.forceFlush();
  return spans.filter((span) => span.name === name);
}

test('a batch is traced from the operation to its commit, and arrives where spans are kept', async () => {
  await api.ingest(makeVisits(63, 1).slice(0, 1));
  const [operation] = await exported('mutation ingest');
  const [ingest] = await exported('ingest');
  const [commit] = await exported('commit');
  expect(ingest?.parentSpanId).toBe(operation?.spanId);
  const one = [{ key: 'trailgraph.batches', value: { intValue: 1 } }];
  expect(ingest?.attributes).toEqual(one);
  expect(commit?.attributes).toEqual(one);
});

test('a query has a span by its field; nothing in it says what was asked for', async () => {
  await api.ask('{ session(id: "somebody-in-person") { sessionId } }');
  const [query] = await exported('query session');
  expect(query?.status.code).toBe(0);
  expect(JSON.stringify(spans)).not.toContain('somebody');
});

test('what fails is marked, without what the error says', async () => {
  const work = () => Promise.reject(new Error('no place for mary@example.com'));
  await expect(inSpan('failing', {}, work)).rejects.toThrow('no place');
  const [failing] = await exported('failing');
  expect(failing?.status.code).toBe(2);
  expect(JSON.stringify(spans)).not.toContain('mary');
});
