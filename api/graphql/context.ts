import type { Logger } from 'pino';
import type { AlertKeeper } from '../alerts/alert-keeper.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { ErasureReport, Person } from '../erasure/delete-visitor.ts';
import type { CommitLanes } from '../ingest/commit-lanes.ts';
import type { Analyst } from '../insights/analyst.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Store } from '../store/open-store.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';

/** What the process lends to every resolver. */
export interface Services {
  readonly store: Store;
  readonly committer: CommitLanes;
  readonly live: LiveHub;
  readonly analyst: Analyst;
  readonly log: Logger;
  readonly alertKeeper: AlertKeeper;
  readonly metrics: Metrics;
  /** Asks for sessions to be folded again under their site's present rules, in the background. */
  readonly refold: (site: string) => void;
  /** Removes a person from everything. */
  readonly erase: (site: SiteDocument, person: Person) => Promise<ErasureReport>;
}

/** One operation's context. */
export interface Context extends Services {
  readonly viewer: Viewer;
  /** The sites that the viewer may see, by name; read once an operation. */
  readonly findSites: () => Promise<readonly SiteDocument[]>;
  /** A session by its site and id; asked for many at once, it reads once. */
  readonly findSession: (site: string, session: string) => Promise<SessionDocument | null>;
}
