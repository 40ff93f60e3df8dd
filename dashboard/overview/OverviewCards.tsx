import { createQuery } from '@urql/solid';
import { type JSX, Show } from 'solid-js';
import {
  OverviewDistanceDocument,
  OverviewNumbersDocument,
  type OverviewNumbersQuery,
} from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent, formatPx, formatQuantity } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { StatCard } from '../parts/StatCard.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { describeChange, formatSpeed, HIGH_RAGE_PERCENT, ISSUE_DEAD_PERCENT } from './metrics.ts';

type Metric = keyof OverviewNumbersQuery;

/** The four numbers on top. */
export function OverviewCards(props: {
  readonly span: PeriodQuery | undefined;
  readonly compare: boolean;
}) {
  const numbers = createLiveQuery(OverviewNumbersDocument, () =>
    props.span ? { ...props.span, compare: props.compare } : undefined,
  );
  const total = (metric: Metric) => numbers.data()?.[metric].total;
  const text = (metric: Metric, format: (value: number) => string) => {
    const data = numbers.data();
    return data && format(data[metric].total ?? 0);
  };
  const rate = (metric: Metric) => numbers.data() && formatPercent(total(metric));
  const change = (metric: Metric) =>
    describeChange(total(metric), numbers.data()?.[metric].previousTotal);
  return (
    <Show
      when={numbers.data() || !numbers.error()}
      fallback={
        <Show when={numbers.error()}>
          {(error) => <Problem error={error()} retry={numbers.refresh} />}
        </Show>
      }
    >
      <section class="cards" aria-label="In numbers">
        <StatCard label="Total clicks" value={text('clicks', formatCount)}>
          <Below change={change('clicks')}>
            {formatQuantity(total('sessions') ?? 0, 'session')}
          </Below>
        </StatCard>
        <StatCard label="Rage-click rate" value={rate('rage')}>
          <Below change={change('rage')}>
            <Badge tone={(total('rage') ?? 0) > HIGH_RAGE_PERCENT ? 'bad' : 'good'}>
              {(total('rage') ?? 0) > HIGH_RAGE_PERCENT ? 'High' : 'Normal'}
            </Badge>
          </Below>
        </StatCard>
        <StatCard label="Dead-click rate" value={rate('dead')}>
          <Below change={change('dead')}>
            <Badge tone={(total('dead') ?? 0) > ISSUE_DEAD_PERCENT ? 'warn' : 'good'}>
              {(total('dead') ?? 0) > ISSUE_DEAD_PERCENT ? 'Issues' : 'Good'}
            </Badge>
          </Below>
        </StatCard>
        <StatCard label="Average speed" value={text('speed', formatSpeed)}>
          <Below change={change('speed')}>
            <Distance span={props.span} />
          </Below>
        </StatCard>
      </section>
    </Show>
  );
}

function Below(props: { readonly change: string | null; readonly children: JSX.Element }) {
  return (
    <span class="row">
      {props.children}
      <Show when={props.change}>
        <span class="numeric">{props.change}</span>
      </Show>
    </span>
  );
}

/** The average distance is kept for numbers of days only. */
function Distance(props: { readonly span: PeriodQuery | undefined }) {
  const days = () => props.span && !props.span.from && (props.span.days ?? 30);
  const [result] = createQuery({
    query: OverviewDistanceDocument,
    variables: () => ({ site: props.span?.site ?? null, days: days() || 30 }),
    pause: () => !days(),
  });
  return (
    <Show when={days() ? result.data : undefined}>
      {(data) => `${formatPx(data().mouseStatistics.avgDistancePerSession)} average distance`}
    </Show>
  );
}
