import { useClient } from '@urql/solid';
import type {
  FoundEvidenceFragment,
  SessionAnalysesQueryVariables,
} from '../generated/insights.ts';
import { AnalyzeSessionDocument, SessionAnalysesDocument } from '../generated/insights.ts';
import type { SessionTrail } from '../trail/view-trail.ts';
import { createInsights } from './create-insights.ts';
import { useEvidenceLink } from './evidence-link.ts';
import { InsightsPanel } from './InsightsPanel.tsx';

const fresh = { requestPolicy: 'network-only' } as const;

/** The insights of one session; their evidence moves the replay beside them. */
export function SessionInsights(props: {
  /** undefined while it is not known. */
  readonly session: string | undefined;
  readonly site: string | undefined;
  readonly trail: SessionTrail;
  readonly onShow: (evidence: FoundEvidenceFragment) => void;
}) {
  const client = useClient();
  const linkOf = useEvidenceLink();
  const variables = (): SessionAnalysesQueryVariables => ({
    session: props.session ?? '',
    site: props.site ?? null,
  });
  const insights = createInsights({
    key: () => props.session,
    progress: variables,
    load: async () => {
      const { data, error } = await client
        .query(SessionAnalysesDocument, variables(), fresh)
        .toPromise();
      return { value: data?.session?.analyses, error };
    },
    ask: async () => {
      const { data, error } = await client
        .mutation(AnalyzeSessionDocument, variables())
        .toPromise();
      return { value: data?.analysis, error };
    },
  });
  return (
    <InsightsPanel
      insights={insights}
      title={`Insights of session ${props.session ?? ''}`}
      places={{ linkOf: (evidence) => linkOf(evidence, props.trail), onShow: props.onShow }}
    >
      Finds what hindered this visitor most, with the moments that show it. No id, no date and no
      typed text goes to the AI service; without one, rules from the usability literature answer.
    </InsightsPanel>
  );
}
