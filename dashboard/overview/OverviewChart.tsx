import { A, useNavigate } from '@solidjs/router';
import { For, lazy, Show, Suspense } from 'solid-js';
import { createFirings, markTimes } from '../alerts/create-firings.ts';
import { loadChart } from '../chart/load-chart.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { SaveCanvas } from '../export/SaveCanvas.tsx';
import { OverviewTimelineDocument } from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { Problem } from '../parts/Problem.tsx';
import { Segments } from '../parts/Segments.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { dayOf } from '../period/period.ts';
import { useSite } from '../site/site-context.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatBucket } from '../time/format.ts';
import { type MetricName, metrics } from './metrics.ts';

const TimeChart = lazy(loadChart);

/** One metric over time; a point of it leads to the sessions behind it. */
export function OverviewChart(props: {
  readonly span: PeriodQuery | undefined;
  readonly compare: boolean;
  readonly metric: MetricName;
  readonly onMetric: (metric: MetricName) => void;
}) {
  const { site } = useSite();
  const linkTo = useSiteLink();
  const navigate = useNavigate();
  const metric = () => metrics[props.metric];
  const answer = createLiveQuery(OverviewTimelineDocument, () =>
    props.span ? { ...props.span, metric: metric().metric, compare: props.compare } : undefined,
  );
  const firings = createFirings(() => props.span);
  const timeline = () => answer.data()?.timeline;
  const timeZone = () => site()?.timeZone ?? 'UTC';
  const formatTime = (at: number) => formatBucket(at, timeline()?.interval ?? 'DAY', timeZone());
  const sessionsOf = (at: string) => {
    const day = dayOf(Date.parse(at), timeZone());
    return linkTo('/sessions', {
      from: day,
      to: day,
      ...(props.metric === 'rage' && { rage: '1' }),
      ...(props.metric === 'dead' && { dead: '1' }),
    });
  };
  const rows = () =>
    (timeline()?.points ?? []).map(({ at, value }, i) => ({
      at,
      value: value ?? null,
      ...(props.compare && { before: timeline()?.previous?.[i]?.value ?? null }),
    }));
  let section!: HTMLElement;
  return (
    <section class="overview-chart" ref={section} aria-labelledby="overview-chart">
      <div class="view-head">
        <h2 id="overview-chart">Over time</h2>
        <div class="row">
          <ExportMenu name={`${props.metric}-over-time`} findRows={rows} />
          <SaveCanvas
            name={`${props.metric}-over-time`}
            find={() => section.querySelector('canvas')}
          />
        </div>
      </div>
      <Segments
        label="Metric"
        options={Object.entries(metrics).map(([value, { label }]) => ({ value, label }))}
        value={props.metric}
        onChange={(name) => props.onMetric(name as MetricName)}
      />
      <Show when={!timeline() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Suspense fallback={<div class="chart-place" />}>
        <Show when={timeline()} fallback={<div class="chart-place" />}>
          {(shown) => (
            <TimeChart
              label={`${metric().label} over time`}
              points={shown().points}
              previous={props.compare ? shown().previous : null}
              marks={markTimes(firings.data())}
              format={metric().format}
              formatTime={formatTime}
              onChoose={(index) => {
                const at = shown().points[index]?.at;
                if (at) navigate(sessionsOf(at));
              }}
            />
          )}
        </Show>
      </Suspense>
      <details>
        <summary>As a table</summary>
        <section class="table-scroller" tabindex={0} aria-label={`${metric().label} as a table`}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">{metric().label}</th>
              </tr>
            </thead>
            <tbody>
              <For each={timeline()?.points}>
                {(point) => (
                  <tr>
                    <th scope="row">
                      <A href={sessionsOf(point.at)}>{formatTime(Date.parse(point.at))}</A>
                    </th>
                    <td>{point.value === null ? '–' : metric().format(point.value)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
