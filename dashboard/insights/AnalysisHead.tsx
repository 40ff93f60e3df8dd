import { For, Show } from 'solid-js';
import type { FoundAnalysisFragment } from '../generated/insights.ts';
import { formatQuantity } from '../numbers/format.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { formatDateTime } from '../time/format.ts';
import type { Insights } from './create-insights.ts';
import { analyzerText, costText, sureText } from './wording.ts';

/** Who spoke, when and at what cost; asking again, and taking it along. */
export function AnalysisHead(props: {
  readonly analysis: FoundAnalysisFragment;
  readonly insights: Insights;
  readonly markdown: () => string;
}) {
  const isEmptyOfProblems = () => props.analysis.mainProblem === null;
  return (
    <div class="analysis-head">
      <p class="quiet">
        {[
          analyzerText(props.analysis),
          formatDateTime(Date.parse(props.analysis.createdAt)),
          costText(props.analysis),
          ...(isEmptyOfProblems() ? [] : [sureText(props.analysis)]),
          ...(props.analysis.page ? [formatQuantity(props.analysis.sessions, 'session')] : []),
        ].join(' · ')}
      </p>
      <div class="row">
        <Show when={(props.insights.analyses()?.length ?? 0) > 1}>
          <label>
            <span class="screen-reader-only">Analysis</span>
            <select
              class="field analysis-choice"
              onChange={(event) => props.insights.choose(event.currentTarget.value)}
            >
              <For each={props.insights.analyses()}>
                {(one) => (
                  <option value={one.id} selected={one.id === props.analysis.id}>
                    {formatDateTime(Date.parse(one.createdAt))}, {analyzerText(one)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
        <button
          type="button"
          class="button"
          data-size="s"
          disabled={props.insights.stage() !== null}
          onClick={() => props.insights.ask()}
        >
          Ask again
        </button>
        <CopyButton text={props.markdown}>Copy as Markdown</CopyButton>
      </div>
    </div>
  );
}
