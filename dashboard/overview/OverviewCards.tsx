import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import {
  OverviewDistanceDocument,
  OverviewNumbersDocument,
  type OverviewNumbersQuery,
} from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent, formatPx, formatQuantity } from '../numbers/format.ts';
import { Badge, type Tone } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { StatCard } from '../parts/StatCard.tsx';
import { describeChange } from '../period/describe-change.ts';
import { useDatedLink } from '../site/site-link.ts';
import type { OverviewScope } from './create-scope.ts';
import { formatSpeed, HIGH_RAGE_PERCENT, ISSUE_DEAD_PERCENT } from './metrics.ts';

type Metric = keyof OverviewNumbersQuery;

/** The four numbers on top. */
export function OverviewCards(props: {
  readonly scope: OverviewScope | undefined;
  readonly compare: boolean;
}) {
  const linkTo = useDatedLink();
  const sessions = (more: Record<string, string> = {}) =>
    linkTo('/sessions', { compare: undefined, page: props.scope?.page ?? undefined, ...more });
  const numbers = createLiveQuery(
    OverviewNumbersDocument,
    () => props.scope && { ...props.scope, compare: props.compare },
  );
  const total = (metric: Metric) => numbers.data()?.[metric].total;
  const text = (metric: Metric, format: (value: number) => string) => {
    const data = numbers.data();
    return data && format(data[metric].total ?? 0);
  };
  /** None where there was no pointer that moves, as on phones. */
  const speed = () =>
    numbers.data() && total('speed') === null ? '–' : text('speed', formatSpeed);
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
      <section class="cards" aria-label="In numbers" aria-busy={numbers.isOld?.()}>
        <StatCard
          label="Total clicks"
          value={text('clicks', formatCount)}
          change={change('clicks')}
        >
          <Below isKnown={numbers.data() !== undefined}>
            <A href={sessions()}>{formatQuantity(total('sessions') ?? 0, 'session')}</A>
          </Below>
        </StatCard>
        <StatCard label="Rage-click rate" value={rate('rage')} change={change('rage')}>
          <Below isKnown={numbers.data() !== undefined}>
            <Verdict
              rate={total('rage')}
              limit={HIGH_RAGE_PERCENT}
              bad={{ label: 'High', tone: 'bad' }}
              good="Normal"
              href={sessions({ rage: '1' })}
            />
          </Below>
        </StatCard>
        <StatCard label="Dead-click rate" value={rate('dead')} change={change('dead')}>
          <Below isKnown={numbers.data() !== undefined}>
            <Verdict
              rate={total('dead')}
              limit={ISSUE_DEAD_PERCENT}
              bad={{ label: 'Issues', tone: 'warn' }}
              good="Good"
              href={sessions({ dead: '1' })}
            />
          </Below>
        </StatCard>
        <StatCard label="Average speed" value={speed()} change={change('speed')}>
          <Below isKnown={numbers.data() !== undefined}>
            <Show when={total('speed') !== null} fallback="Nobody moved a mouse.">
              <Distance scope={props.scope} />
            </Show>
          </Below>
        </StatCard>
      </section>
    </Show>
  );
}

/** The line below a number, once it is known. */
function Below(props: { readonly isKnown: boolean; readonly children: JSX.Element }) {
  return (
    <Show when={props.isKnown} fallback={<span class="skeleton" style={{ width: '8ch' }} />}>
      <span class="row">{props.children}</span>
    </Show>
  );
}

/** A rate's verdict, and the sessions that it is about; none without a click to judge by. */
function Verdict(props: {
  /** In %; null where there were no clicks. */
  readonly rate: number | null | undefined;
  /** Above this it is bad. */
  readonly limit: number;
  readonly bad: { readonly label: string; readonly tone: Tone };
  readonly good: string;
  readonly href: string;
}) {
  const isBad = () => (props.rate ?? 0) > props.limit;
  return (
    <Show when={typeof props.rate === 'number'} fallback="No clicks.">
      <Badge tone={isBad() ? props.bad.tone : 'good'}>
        {isBad() ? props.bad.label : props.good}
      </Badge>
      <A href={props.href}>Sessions</A>
    </Show>
  );
}

/** Distances are summed over whole sessions on any device: of a page or a device alone they are not known, and not told. */
function Distance(props: { readonly scope: OverviewScope | undefined }) {
  const answer = createLiveQuery(OverviewDistanceDocument, () => {
    const { page, device, ...span } = props.scope ?? { page: null, device: null };
    return 'site' in span && !page && !device ? span : undefined;
  });
  return (
    <Show when={answer.data()}>
      {(data) => (
        <span>{formatPx(data().mouseStatistics.avgDistancePerSession)} average distance</span>
      )}
    </Show>
  );
}
