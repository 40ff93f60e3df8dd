import { Show } from 'solid-js';
import type { FunnelQuery } from '../generated/funnels.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { formatDuration } from '../time/format.ts';

/** A funnel in a sentence. */
export function FunnelSum(props: { readonly funnel: FunnelQuery['funnel'] }) {
  return (
    <h2 class="funnel-sum">
      <Show when={props.funnel.visitors > 0} fallback="Nobody reached the first step in this time.">
        {formatPercent(props.funnel.conversionPercent)} came through:{' '}
        {formatCount(props.funnel.converted)} of {formatCount(props.funnel.visitors)} visitors
        <Show when={props.funnel.medianMs !== null}>
          , half of them within {formatDuration(props.funnel.medianMs ?? 0)}
        </Show>
      </Show>
    </h2>
  );
}
