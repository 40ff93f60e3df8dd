import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { type DeadLetter, saveDeadLetters } from './dead-letter.ts';
import { ingestBatches } from './ingest-batches.ts';
import type { Outcome } from './outcome.ts';

const mostBatches = 1_000;

const BatchStatus = builder.enumType('BatchStatus', {
  description: 'What became of a batch.',
  values: {
    ACCEPTED: {
      description:
        'It is stored, acknowledged by a majority, and counted. (Of a visitor who was erased, nothing is kept.)',
    },
    DUPLICATE: { description: 'It was stored before: nothing changed.' },
    REJECTED: { description: 'It can never be taken in; it is kept among the dead letters.' },
    RETRY: { description: 'Not now: send it again later.' },
  } as const,
});

const BatchResult = builder.objectRef<Outcome>('BatchResult').implement({
  description: 'The answer to one batch.',
  fields: (t) => ({
    status: t.expose('status', { type: BatchStatus, description: 'What became of it.' }),
    reason: t.string({
      nullable: true,
      description: 'Why it was rejected, or is to be sent again.',
      resolve: ({ reason }) => reason ?? null,
    }),
  }),
});

builder.mutationField('ingest', (t) =>
  t.field({
    type: [BatchResult],
    description:
      "Takes batches in: each atomically, and once however often it comes. The collector's alone.",
    authScopes: { handOver: true },
    args: {
      batches: t.arg({ type: ['Batch'], required: true, description: 'At most 1,000.' }),
    },
    complexity: { field: 1, multiplier: 0 },
    resolve: (_root, { batches }, context) => {
      if (batches.length > mostBatches) {
        throw new Problem('BAD_USER_INPUT', `At most ${mostBatches} batches at once.`);
      }
      return ingestBatches(context, batches, Date.now());
    },
  }),
);

const DeadLetterInput = builder.inputRef<DeadLetterFields>('DeadLetterInput').implement({
  description: 'A batch that the collector gave up.',
  fields: (t) => ({
    site: t.string({ required: true, description: 'Its site; empty where it could not be told.' }),
    receivedAt: t.field({ type: 'DateTime', required: true, description: 'When it came.' }),
    reason: t.string({ required: true, description: 'Why it was given up.' }),
    body: t.string({ required: true, description: 'What came; cut at 64 kB.' }),
    batch: t.string({
      description: 'JSON of the Batch that could not be handed over, so that it can be replayed.',
    }),
  }),
});

interface DeadLetterFields extends Omit<DeadLetter, 'receivedAt' | 'batch'> {
  receivedAt: Date;
  batch?: string | null;
}

builder.mutationField('deadLetter', (t) =>
  t.boolean({
    description:
      "Keeps batches that can never be taken in, for the operator. The collector's alone.",
    authScopes: { handOver: true },
    args: {
      letters: t.arg({
        type: [DeadLetterInput],
        required: true,
        description: 'What is not to be tried again, each with its reason.',
      }),
    },
    resolve: async (_root, { letters }, { store }) => {
      await saveDeadLetters(
        store,
        letters.map((letter) => ({ ...letter, receivedAt: letter.receivedAt.getTime() })),
      );
      return true;
    },
  }),
);
