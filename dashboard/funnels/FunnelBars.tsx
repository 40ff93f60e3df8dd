import { For, Show } from 'solid-js';
import type { FunnelQuery } from '../generated/funnels.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { formatDuration } from '../time/format.ts';

type Funnel = FunnelQuery['funnel'];

/** Step by step: a bar as wide as the share of visitors who came so far. A thin one below is the period before. */
export function FunnelBars(props: {
  readonly funnel: Funnel;
  /** The step whose drop-offs are listed, counted from 1. */
  readonly dropStep: number | null;
  readonly onDrop: (step: number | null) => void;
}) {
  const before = (index: number) => props.funnel.previous?.[index];
  return (
    <ol class="funnel-bars">
      <For each={props.funnel.stages}>
        {(stage, index) => (
          <li>
            <div class="funnel-stage">
              <h3 title={stage.step.label}>
                <span class="step-number numeric">{index() + 1}</span> {stage.step.label}
              </h3>
              <span class="funnel-share numeric">
                {formatPercent(stage.conversionFromFirstPercent)}
              </span>
            </div>
            <Bar percent={stage.conversionFromFirstPercent} />
            <Show when={before(index())}>
              {(earlier) => <Bar percent={earlier().conversionFromFirstPercent} isBefore />}
            </Show>
            <p class="quiet numeric">
              {formatCount(stage.visitors)} visitors
              <Show when={before(index())}>
                {(earlier) => <>, {formatCount(earlier().visitors)} before</>}
              </Show>
              <Show when={index() > 0}>
                {' · '}
                {formatPercent(stage.conversionPercent)} of the step before
              </Show>
              <Show when={stage.medianMs !== null}>
                {' · '}median {formatDuration(stage.medianMs ?? 0)}
              </Show>
            </p>
            <Show when={stage.dropped > 0}>
              <button
                type="button"
                class="button"
                data-size="s"
                aria-pressed={props.dropStep === index() + 1}
                onClick={() => props.onDrop(props.dropStep === index() + 1 ? null : index() + 1)}
              >
                {formatCount(stage.dropped)} dropped here
              </button>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

function Bar(props: { readonly percent: number | null; readonly isBefore?: boolean }) {
  return (
    <div class="funnel-bar" data-before={props.isBefore ? '' : undefined} aria-hidden="true">
      <i style={{ width: `${props.percent ?? 0}%` }} />
    </div>
  );
}
