import { useClient } from '@urql/solid';
import { AnalyzePageDocument, PageAnalysesDocument } from '../generated/insights.ts';
import { createInsights } from './create-insights.ts';
import { useEvidenceLink } from './evidence-link.ts';
import { InsightsPanel } from './InsightsPanel.tsx';

const fresh = { requestPolicy: 'network-only' } as const;

/** The insights of one page over its newest sessions; their evidence leads into those sessions. */
export function PageInsights(props: {
  /** undefined while it is not known. */
  readonly page: string | undefined;
  readonly site: string | undefined;
  /** How far back sessions are read; undefined: 30 days. */
  readonly days?: number | undefined;
}) {
  const client = useClient();
  const linkOf = useEvidenceLink();
  const variables = () => ({ page: props.page ?? '', site: props.site ?? null });
  const insights = createInsights({
    key: () => (props.page && props.site ? `${props.site} ${props.page}` : undefined),
    progress: variables,
    load: async () => {
      const { data, error } = await client
        .query(PageAnalysesDocument, variables(), fresh)
        .toPromise();
      return { value: data?.pageAnalyses, error };
    },
    ask: async () => {
      const { data, error } = await client
        .mutation(AnalyzePageDocument, { ...variables(), days: props.days ?? 30 })
        .toPromise();
      return { value: data?.analysis, error };
    },
  });
  return (
    <InsightsPanel
      insights={insights}
      title={`Insights of ${props.page ?? ''}`}
      places={{ linkOf: (evidence) => linkOf(evidence) }}
    >
      Finds what hinders people most on {props.page ?? 'this page'}, over its newest sessions of the
      last {props.days ?? 30} days on all devices, with the moments that show it. No id, no date and
      no typed text goes to the AI service; without one, rules from the usability literature answer.
    </InsightsPanel>
  );
}
