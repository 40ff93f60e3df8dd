import { declareCollection } from '../store/collection.ts';
import type { AnalysisNotice } from './failure.ts';
import type { Analyzer, Findings } from './insight.ts';

/**
 * What an analyzer said, once: kept, so that asking again loses nothing. `session` and `visitor` name everybody it was made
 * from. MongoDB finds an array by any of its members, so an analysis goes with the first of its sessions that goes, and an
 * erasure by visitor finds it.
 */
export interface AnalysisDocument {
  site: string;
  /** Random: it is one of several. */
  analysis: string;
  /** The route that was analysed; null: one session. */
  route: string | null;
  session: string[];
  visitor: string[];
  createdAt: Date;
  /** Who was asked in the end. */
  analyzer: Analyzer;
  /** null for the rules. */
  model: string | null;
  /** Millionths of a US dollar; null where the model's price is not known. */
  costMicros: number | null;
  promptTokens: number;
  answerTokens: number;
  durationMs: number;
  /** The session's version that was read; null for a page. */
  version: number | null;
  findings: Findings;
  /** Why it is the rules that spoke; null where the model did. */
  notice: AnalysisNotice | null;
}

export const analyses = declareCollection<AnalysisDocument>({
  name: 'analyses',
  indexes: [
    { key: { site: 1, session: 1, createdAt: -1 } },
    { key: { site: 1, route: 1, createdAt: -1 } },
    { key: { site: 1, visitor: 1 } },
    { key: { site: 1, analysis: 1 }, unique: true },
  ],
  // Few and small; and a shard key may not be an array.
  shardKey: null,
  retention: 'with-session',
});
