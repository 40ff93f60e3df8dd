import type { Batch } from '../../schema/wire/batch.ts';
import type { SignedFact } from './fact.ts';

/** What a site decides about verdicts. */
export interface SiteRules {
  readonly rageRule: 'default' | 'strict';
  readonly deadClickMs: number;
}

/** One batch as it is folded: what the browser sent, and when the collector took it (ms since 1970). */
export interface ReceivedBatch {
  readonly batch: Batch;
  readonly receivedAt: number;
}
export type FoldStep = { readonly state: unknown; readonly facts: readonly SignedFact[] };
