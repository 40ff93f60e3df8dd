import { declareCollection } from '../store/collection.ts';
import type { TimelineMetric } from '../timeline/metric.ts';

export type AlertRule = 'ABOVE' | 'BELOW' | 'RISEN' | 'SILENT';

/** What somebody wants to be told of, and where. */
export interface AlertDocument {
  site: string;
  /** Random, 16 characters. */
  alert: string;
  name: string;
  rule: AlertRule;
  /** Of no meaning for SILENT. */
  metric: TimelineMetric;
  /** A value in the metric's unit; for RISEN a factor, for SILENT minutes. */
  threshold: number;
  /** How many hours are looked at together. */
  windowHours: number;
  /** Rates and rises over fewer things than this say nothing. */
  minCount: number;
  /** A page; null for the whole site. */
  route: string | null;
  webhookUrl: string;
  /** What its calls are signed with; shown once, when it is made. */
  secret: string;
  silencedUntil: Date | null;
  /** The firing that is going on; null while all is well. */
  firing: string | null;
  createdAt: Date;
}

export const alerts = declareCollection<AlertDocument>({
  name: 'alerts',
  indexes: [{ key: { site: 1, alert: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});

/** One time that an alert went off. */
export interface FiringDocument {
  site: string;
  alert: string;
  /** Random, 16 characters: receivers know a repeated call by it. */
  firing: string;
  alertName: string;
  at: Date;
  /** When it was over; null while it goes on. */
  endedAt: Date | null;
  value: number;
  /** Of as much time before; null where the rule does not compare. */
  previous: number | null;
  /** `Rage-click rate of /checkout is 12.5 %, above 5 %, over 1 hour`. */
  message: string;
  isTest: boolean;
  delivery: 'PENDING' | 'DELIVERED' | 'FAILED' | 'SILENCED';
  attempts: number;
  /** When to try next, or, during a try, when to give it up for lost. */
  nextAttemptAt: Date;
  /** Why the last try failed. */
  problem: string | null;
}

export const alertFirings = declareCollection<FiringDocument>({
  name: 'alertFirings',
  indexes: [
    { key: { site: 1, firing: 1 }, unique: true },
    { key: { site: 1, at: -1 } },
    { key: { site: 1, alert: 1, at: -1 } },
    { key: { site: 1, delivery: 1, nextAttemptAt: 1 } },
  ],
  shardKey: null,
  retention: { after: 'at', unit: 'date' },
});
