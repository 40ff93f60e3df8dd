import { declareCollection } from '../store/collection.ts';

export const stages = ['READING', 'ASKING', 'CHECKING', 'DONE'] as const;
export type Stage = (typeof stages)[number];

/** How far an analysis is: so that every process can tell, and nobody pays twice for the same one. */
export interface AnalysisRunDocument {
  site: string;
  /** `session/<id>` or `page/<route>`. */
  subject: string;
  /** The session, as in `analyses`; empty for a page. */
  session: string[];
  /** Random; tells one run from the next. */
  run: string;
  stage: Stage;
  startedAt: Date;
  touchedAt: Date;
  /** What came of it, once it is done; null where it failed. */
  analysis: string | null;
}

export const analysisRuns = declareCollection<AnalysisRunDocument>({
  name: 'analysisRuns',
  indexes: [{ key: { site: 1, subject: 1 }, unique: true }, { key: { site: 1, session: 1 } }],
  shardKey: null,
  retention: 'with-session',
});
