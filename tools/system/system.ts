import type { Progress } from '../progress/progress.ts';
import type { Ports } from './ports.ts';
import type { SupervisedPart } from './supervised-part.ts';

export interface SystemOptions {
  /** 0, the default of each, for a free one. */
  readonly ports?: Partial<Ports>;
  /** Where database, secrets and logs are kept; programs and builds are always in the usual place. */
  readonly dataDir?: string;
  /** Without it a local MongoDB is found or started, with its data kept in `dataDir`. */
  readonly mongodbUri?: string | undefined;
  /** Whether programs on this machine need no token. Default: where no `mongodbUri` is given. */
  readonly localMode?: boolean;
  /** Default `direct`. */
  readonly forward?: 'direct' | 'queue';
  readonly progress?: Progress;
  /** The system can't go on: a part ended again and again. */
  readonly onGivenUp?: (reason: string) => void;
}

export interface Urls {
  readonly dashboard: string;
  readonly api: string;
  readonly shop: string;
  readonly collector: string;
}

export interface RunningSystem {
  readonly urls: Urls;
  readonly localMode: boolean;
  readonly ownerToken: string;
  readonly ingestSecret: string;
  readonly replaySecret: string;
  /** The site that the demo shop reports to. */
  readonly site: string;
  readonly database: { readonly uri: string; readonly origin: string };
  readonly api: SupervisedPart;
  readonly collector: SupervisedPart;
  /** Ends all, in order: shop and dashboard, collector (drained), API (finished), database. */
  readonly stop: () => Promise<void>;
  /** Ends the processes at once; what was acknowledged is in the database all the same. */
  readonly kill: () => void;
}
