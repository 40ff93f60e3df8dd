import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { PeopleNumber } from '../behind/PeopleNumber.tsx';
import { createHints, type Hints } from '../element/create-hints.ts';
import { ElementLabel } from '../element/ElementLabel.tsx';
import {
  PersonNumbersDocument,
  type PersonNumbersQuery,
  type PersonNumbersQueryVariables,
  type PersonStatisticsFragment,
} from '../generated/people.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount, formatPercent, formatPx } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Problem } from '../parts/Problem.tsx';
import { StatCard } from '../parts/StatCard.tsx';
import { describeChange } from '../period/describe-change.ts';
import { useDatedLink } from '../site/site-link.ts';
import { MousePattern } from './MousePattern.tsx';

type Clicked = PersonNumbersQuery['mouseStatistics']['mostClickedElements'][number];
type Measure = keyof PersonStatisticsFragment;

/** Statistics and pattern of a person, or of everyone. */
export function PersonNumbers(props: {
  readonly question: PersonNumbersQueryVariables | undefined;
}) {
  const answer = createLiveQuery(PersonNumbersDocument, () => props.question);
  const statistics = () => answer.data()?.mouseStatistics;
  const hints = createHints(() => statistics()?.mostClickedElements);
  return (
    <>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <StatisticCards
        now={statistics()}
        before={answer.data()?.before}
        person={props.question?.user ?? undefined}
      />
      <MousePattern
        pattern={answer.data()?.mousePattern}
        before={answer.data()?.patternBefore}
        movements={statistics()?.movementPatterns ?? []}
      />
      <DataTable
        title="Most clicked"
        file="most-clicked"
        answer={answer}
        rows={statistics()?.mostClickedElements}
        rowKey={({ page, element }) => JSON.stringify([page, element])}
        columns={clickedColumns(hints)}
        empty="No clicks in this time."
      />
    </>
  );
}

function StatisticCards(props: {
  readonly now: PersonStatisticsFragment | undefined;
  readonly before: PersonStatisticsFragment | undefined;
  readonly person: string | undefined;
}) {
  const linkTo = useDatedLink();
  const sessions = (more: Record<string, string> = {}) =>
    linkTo('/sessions', {
      visitor: props.person,
      compare: undefined,
      // These numbers are of all of them.
      device: undefined,
      ...more,
    });
  const text = (measure: Measure, format: (value: number) => string) =>
    props.now && format(props.now[measure]);
  const change = (measure: Measure) =>
    describeChange(props.now?.[measure], props.before?.[measure]);
  return (
    <section class="cards" aria-label="Statistics">
      <StatCard
        label="Sessions"
        value={text('totalSessions', formatCount)}
        change={change('totalSessions')}
      >
        <A href={sessions()}>See them</A>
      </StatCard>
      <StatCard
        label="Average distance"
        value={text('avgDistancePerSession', formatPx)}
        change={change('avgDistancePerSession')}
      />
      <StatCard
        label="Average speed"
        value={text('avgSpeedPxPerSec', (speed) => `${formatCount(speed)} px/s`)}
        change={change('avgSpeedPxPerSec')}
      />
      <StatCard
        label="Total clicks"
        value={text('totalClicks', formatCount)}
        change={change('totalClicks')}
      >
        <Show when={props.now}>
          {(now) => (
            <span class="row">
              <A href={sessions({ rage: '1' })}>{formatPercent(now().rageClickRate)} rage</A>
              <A href={sessions({ dead: '1' })}>{formatPercent(now().deadClickRate)} dead</A>
            </span>
          )}
        </Show>
      </StatCard>
    </section>
  );
}

function clickedColumns(hints: Hints<Clicked>): readonly Column<Clicked>[] {
  return [
    {
      name: 'Element',
      isText: true,
      value: hints.label,
      show: (row) => <ElementLabel element={row.element} hint={hints.of(row)} />,
    },
    { name: 'Page', isText: true, value: ({ page }) => page },
    {
      name: 'Clicks',
      value: ({ clicks }) => clicks,
      show: (row) => (
        <PeopleNumber behind={{ kind: 'click', page: row.page, element: row.element }}>
          {formatCount(row.clicks)}
        </PeopleNumber>
      ),
    },
  ];
}
