import { Show } from 'solid-js';
import type { FoundAnalysisFragment } from '../generated/insights.ts';
import { formatQuantity } from '../numbers/format.ts';

/** What is to know before the findings are believed. */
export function AnalysisNotices(props: { readonly analysis: FoundAnalysisFragment }) {
  return (
    <>
      <Show when={props.analysis.notice}>
        {(notice) => (
          <p class="analysis-notice" data-code={notice().code}>
            {notice().code === 'NO_KEY' ? '' : 'The rules answered instead. '}
            {notice().message}
          </p>
        )}
      </Show>
      <Show when={props.analysis.isOutdated}>
        <p class="analysis-notice">The session went on after this. Ask again for all of it.</p>
      </Show>
      <Show when={props.analysis.droppedCount > 0}>
        <p class="analysis-notice">
          {formatQuantity(props.analysis.droppedCount, 'finding')} of the model pointed at events
          that do not exist, and {props.analysis.droppedCount === 1 ? 'was' : 'were'} left out.
        </p>
      </Show>
    </>
  );
}
