import type { ViewSummary } from '../../fold/summary.ts';
import type { EventDocument } from '../../store/events.ts';
import type { SessionDocument } from '../../store/sessions.ts';

/** A page view as the facts need it. */
export interface MaterialView {
  readonly route: string;
  readonly isQuickBack: boolean;
  readonly summary: Omit<ViewSummary, 'site' | 'session' | 'visitor' | 'user' | 'hovers'>;
}

/** One session as it is stored: what facts are made from. */
export interface Material {
  readonly session: Pick<
    SessionDocument,
    'site' | 'session' | 'visitor' | 'startedAt' | 'device' | 'viewportWidth' | 'viewportHeight'
  > & {
    readonly summary: Pick<
      SessionDocument['summary'],
      'sessionDurationSeconds' | 'movementPattern' | 'efficiencySum' | 'efficiencyCount'
    >;
  };
  /** By their start. */
  readonly views: readonly MaterialView[];
  /** By time. */
  readonly events: readonly EventDocument[];
}

/** What is analysed: whole sessions, or what they did on the pages of one route. */
export type Subject =
  | { readonly scope: 'session' }
  | { readonly scope: 'page'; readonly route: string };
