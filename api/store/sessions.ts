import type { Device } from '../ingest/incoming-batch.ts';
import type { SessionSummary } from '../session-summary/session-summary.ts';
import { declareCollection } from './collection.ts';

/** The rules that a session's verdicts and routes were made with. */
export interface SessionRules {
  version: number;
  rageRule: 'default' | 'strict';
  deadClickMs: number;
  routes: string[];
}

/** One visit: a pure function of its views. It exists once one of them has its first batch. */
export interface SessionDocument {
  site: string;
  session: string;
  visitor: string;
  /** From `identify`, null where the site never called it. */
  user: string | null;
  startedAt: Date;
  endedAt: Date;
  /** The end of the quarter of an hour in which it ended: an index that changes with every batch would cost more than all else. */
  activeUntil: Date;
  url: string;
  lastUrl: string;
  referrer: string | null;
  /** The routes of `summary.pages`, one each. */
  routes: string[];
  /** Every page it visited, by route, by path and by address, for filtering. */
  pages: string[];
  /** Lower-case words that a search finds it by. */
  terms: string[];
  device: Device;
  browser: string | null;
  os: string | null;
  country: string | null;
  region: string | null;
  automated: boolean;
  viewportWidth: number;
  viewportHeight: number;
  hasRage: boolean;
  hasDead: boolean;
  summary: SessionSummary;
  /** Counts the commits that changed it; events and batches carry the one they came with. */
  version: number;
  rules: SessionRules;
  /** The newest generation of shared counters that holds its part. */
  generation: number;
}

const newestFirst = { startedAt: -1, session: -1 } as const;

export const sessions = declareCollection<SessionDocument>({
  name: 'sessions',
  indexes: [
    { key: { site: 1, session: 1 }, unique: true },
    { key: { site: 1, ...newestFirst } },
    { key: { site: 1, visitor: 1, ...newestFirst } },
    { key: { site: 1, user: 1, ...newestFirst } },
    { key: { site: 1, device: 1, ...newestFirst } },
    { key: { site: 1, automated: 1, ...newestFirst } },
    { key: { site: 1, pages: 1, ...newestFirst } },
    { key: { site: 1, terms: 1, ...newestFirst } },
    { key: { site: 1, hasRage: 1, ...newestFirst }, partialFilterExpression: { hasRage: true } },
    { key: { site: 1, hasDead: 1, ...newestFirst }, partialFilterExpression: { hasDead: true } },
    { key: { site: 1, activeUntil: -1 } },
    // What is still to be folded again after a change of rules, or of generation.
    { key: { site: 1, 'rules.version': 1 } },
    { key: { site: 1, generation: 1 } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: { after: 'startedAt', unit: 'date' },
});
