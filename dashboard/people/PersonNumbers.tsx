import { Show } from 'solid-js';
import { PersonNumbersDocument, type PersonNumbersQuery } from '../generated/people.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent, formatPx } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Problem } from '../parts/Problem.tsx';
import { StatCard } from '../parts/StatCard.tsx';
import { MousePattern } from './MousePattern.tsx';

type Clicked = PersonNumbersQuery['mouseStatistics']['mostClickedElements'][number];

/** Statistics and pattern of a person, or of everyone. */
export function PersonNumbers(props: {
  readonly site: string | undefined;
  readonly person: string | undefined;
  readonly days: number;
}) {
  const answer = createLiveQuery(PersonNumbersDocument, () =>
    props.site === undefined
      ? undefined
      : { site: props.site, user: props.person ?? null, days: props.days },
  );
  const statistics = () => answer.data()?.mouseStatistics;
  const text = (
    value: (from: PersonNumbersQuery['mouseStatistics']) => number,
    format: (value: number) => string,
  ) => {
    const from = statistics();
    return from && format(value(from));
  };
  return (
    <>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <section class="cards" aria-label="Statistics">
        <StatCard label="Sessions" value={text((from) => from.totalSessions, formatCount)} />
        <StatCard
          label="Average distance"
          value={text((from) => from.avgDistancePerSession, formatPx)}
        />
        <StatCard
          label="Average speed"
          value={text(
            (from) => from.avgSpeedPxPerSec,
            (speed) => `${formatCount(speed)} px/s`,
          )}
        />
        <StatCard label="Total clicks" value={text((from) => from.totalClicks, formatCount)}>
          {text(
            (from) => from.rageClickRate,
            (rate) =>
              `${formatPercent(rate)} rage, ${formatPercent(statistics()?.deadClickRate)} dead`,
          )}
        </StatCard>
      </section>
      <MousePattern
        pattern={answer.data()?.mousePattern}
        movements={statistics()?.movementPatterns ?? []}
      />
      <DataTable
        title="Most clicked"
        file="most-clicked"
        answer={answer}
        rows={statistics()?.mostClickedElements}
        columns={columns}
        empty="No clicks in this time."
      />
    </>
  );
}

const columns: readonly Column<Clicked>[] = [
  { name: 'Element', isText: true, value: ({ element }) => element.label },
  { name: 'Page', isText: true, value: ({ page }) => page },
  { name: 'Clicks', value: ({ clicks }) => clicks, show: ({ clicks }) => formatCount(clicks) },
];
