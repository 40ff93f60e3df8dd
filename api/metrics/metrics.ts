import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the gauges ask for, at each scrape. */
export interface MetricSources {
  /** Batches that have no outcome yet, and how long the first of them has waited for one, ms. */
  readonly backlog: () => { readonly batches: number; readonly oldestMs: number };
  /** Listeners on live changes in this process. */
  readonly subscribers: () => number;
  /** How far behind the change stream was at the last batch, ms. */
  readonly streamLagMs: () => number;
  /** Batches among the dead letters. */
  readonly deadLetters: () => Promise<number>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const ageSeconds = [0.1, 0.5, 1, 2, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400];

const outcomes = ['accepted', 'duplicate', 'dropped', 'rejected', 'retry'];

/** All that this process counts. Labels come from fixed lists: none has anything of a visitor or a page in it. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const metrics = {
    registry,
    batches: new Counter({
      name: 'trailgraph_batches_total',
      help: 'Batches that were answered: accepted, duplicate, dropped (of erased visitors), rejected, retry.',
      labelNames: ['outcome'],
      registers,
    }),
    commitBatches: new Histogram({
      name: 'trailgraph_commit_batches',
      help: 'Batches in a commit.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 400],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'trailgraph_commit_seconds',
      help: 'How long a commit took, with its repetitions.',
      buckets: seconds,
      registers,
    }),
    batchAgeSeconds: new Histogram({
      name: 'trailgraph_batch_age_seconds',
      help: 'How long a batch took from the collector until it was durable: the age of the queue.',
      buckets: ageSeconds,
      registers,
    }),
    lost: new Counter({
      name: 'trailgraph_lost_total',
      help: 'What browsers recorded and had to drop before it was sent, as accepted batches tell: moves first, then events.',
      labelNames: ['what'],
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'trailgraph_operation_seconds',
      help: 'How long a GraphQL operation took, by its first root field.',
      labelNames: ['kind', 'field', 'outcome'],
      buckets: seconds,
      registers,
    }),
  };
  // An alarm on what never was needs a 0 to begin with.
  for (const outcome of outcomes) metrics.batches.inc({ outcome }, 0);
  for (const what of ['moves', 'events']) metrics.lost.inc({ what }, 0);
  return metrics;
}

export type Metrics = ReturnType<typeof makeMetrics>;

/** The values that are looked up when they are asked for. */
export function watchSources({ registry }: Metrics, sources: MetricSources): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge(
    'trailgraph_backlog_batches',
    'Batches that have no outcome yet.',
    () => sources.backlog().batches,
  );
  gauge(
    'trailgraph_backlog_age_seconds',
    'How long the first of them has waited for one.',
    () => sources.backlog().oldestMs / 1_000,
  );
  gauge('trailgraph_subscribers', 'Listeners on live changes.', sources.subscribers);
  gauge(
    'trailgraph_change_stream_lag_seconds',
    'From the write of the last batch until the change stream told of it.',
    () => sources.streamLagMs() / 1_000,
  );
  gauge('trailgraph_dead_letters', 'Batches among the dead letters.', sources.deadLetters);
}
