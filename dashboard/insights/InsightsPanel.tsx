import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { FoundAnalysisFragment, FoundFindingFragment } from '../generated/insights.ts';
import { Problem } from '../parts/Problem.tsx';
import { AnalysisHead } from './AnalysisHead.tsx';
import { AnalysisNotices } from './AnalysisNotices.tsx';
import { AskingProgress } from './AskingProgress.tsx';
import type { Insights } from './create-insights.ts';
import type { EvidencePlaces } from './EvidenceLinks.tsx';
import { FindingCard } from './FindingCard.tsx';
import { toMarkdown } from './to-markdown.ts';
import './insights.css';

/** What was found in a session or on a page, as cards; before it is asked for, the button. */
export function InsightsPanel(props: {
  readonly insights: Insights;
  readonly places: EvidencePlaces;
  /** What it is about, for the copy. */
  readonly title: string;
  /** What the button will do. */
  readonly children: JSX.Element;
}) {
  const absolute: EvidencePlaces['linkOf'] = (evidence) =>
    new URL(props.places.linkOf(evidence), location.href).href;
  return (
    <section class="insights" id="insights" aria-labelledby="insights-name">
      <h2 id="insights-name">AI insights</h2>
      <Show when={props.insights.error()}>
        {(error) => <Problem error={error()} retry={props.insights.ask} />}
      </Show>
      <Show when={props.insights.stage()}>{(stage) => <AskingProgress stage={stage()} />}</Show>
      <Switch>
        <Match when={props.insights.shown()} keyed>
          {(analysis) => (
            <>
              <AnalysisHead
                analysis={analysis}
                insights={props.insights}
                markdown={() => toMarkdown(analysis, props.title, absolute)}
              />
              <AnalysisNotices analysis={analysis} />
              <Findings analysis={analysis} places={props.places} />
            </>
          )}
        </Match>
        <Match when={props.insights.analyses() && props.insights.stage() === null}>
          <p class="quiet insights-offer">{props.children}</p>
          <button
            type="button"
            class="button insights-ask"
            data-kind="main"
            onClick={() => props.insights.ask()}
          >
            Generate AI insights
          </button>
        </Match>
      </Switch>
    </section>
  );
}

function Findings(props: {
  readonly analysis: FoundAnalysisFragment;
  readonly places: EvidencePlaces;
}) {
  const isForeign = (finding: FoundFindingFragment) =>
    props.analysis.analyzer === 'GEMINI' && finding.analyzer === 'RULES';
  const card = (finding: FoundFindingFragment, withSeverity: boolean) => (
    <FindingCard
      finding={finding}
      places={props.places}
      isForeign={isForeign(finding)}
      withSeverity={withSeverity}
    />
  );
  return (
    <>
      <section class="main-problem" aria-labelledby="main-problem">
        <h3 id="main-problem">Main problem</h3>
        <Show
          when={props.analysis.mainProblem}
          fallback={<p class="finding">No usability problem was found.</p>}
        >
          {(finding) => card(finding(), true)}
        </Show>
      </section>
      <section aria-labelledby="insight-cards">
        <h3 id="insight-cards">Insights</h3>
        <div class="finding-cards">
          <For each={props.analysis.insights}>{(finding) => card(finding, true)}</For>
        </div>
      </section>
      <section aria-labelledby="recommendation-cards">
        <h3 id="recommendation-cards">Recommendations</h3>
        <div class="finding-cards">
          <For each={props.analysis.recommendations}>{(finding) => card(finding, false)}</For>
        </div>
      </section>
    </>
  );
}
