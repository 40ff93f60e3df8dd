import { type CollectorOptions, startCollector } from '../../collector/local.ts';
import { runPart } from './child.ts';

export interface CollectorPartOptions {
  readonly port: number;
  readonly apiUrl: string;
  readonly ingestSecret: string;
  readonly replaySecret: string;
  readonly forward: 'direct' | 'queue';
  readonly queue?: CollectorOptions['queue'];
}

// Nothing phones home.
process.env.WRANGLER_SEND_METRICS = 'false';

runPart<CollectorPartOptions>(({ queue, ...options }) =>
  startCollector({ ...options, ...(queue ? { queue } : {}) }),
);
