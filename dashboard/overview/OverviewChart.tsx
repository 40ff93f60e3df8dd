import { useNavigate, useSearchParams } from '@solidjs/router';
import { lazy, Show, Suspense } from 'solid-js';
import { createFirings } from '../alerts/create-firings.ts';
import { markTimes } from '../alerts/mark-times.ts';
import { loadChart } from '../chart/load-chart.ts';
import { createDevice } from '../device/create-device.ts';
import { writeDevice } from '../device/device.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { SaveCanvas } from '../export/SaveCanvas.tsx';
import { OverviewTimelineDocument } from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { Problem } from '../parts/Problem.tsx';
import { Segments } from '../parts/Segments.tsx';
import { dayOf, type Period, writePeriod } from '../period/period.ts';
import { useSite } from '../site/site-context.ts';
import { useDatedLink, useSiteLink } from '../site/site-link.ts';
import { formatBucket, formatHour } from '../time/format.ts';
import { ChartTable } from './ChartTable.tsx';
import type { OverviewScope } from './create-scope.ts';
import { type MetricName, metrics } from './metrics.ts';
import { PointDialog } from './PointDialog.tsx';

const TimeChart = lazy(loadChart);

/** One metric over time; a point of it leads to the sessions behind it. */
export function OverviewChart(props: {
  readonly scope: OverviewScope | undefined;
  readonly compare: boolean;
  readonly metric: MetricName;
  readonly onMetric: (metric: MetricName) => void;
}) {
  const { site } = useSite();
  const navigate = useNavigate();
  const metric = () => metrics[props.metric];
  const answer = createLiveQuery(
    OverviewTimelineDocument,
    () => props.scope && { ...props.scope, metric: metric().metric, compare: props.compare },
  );
  const firings = createFirings(() => props.scope);
  const timeline = () => answer.data()?.timeline;
  const timeZone = () => site()?.timeZone ?? 'UTC';
  const interval = () => timeline()?.interval ?? 'DAY';
  const formatTime = (at: number) => formatBucket(at, interval(), timeZone());
  const link = createPointLink(() => ({ metric: props.metric, interval: interval() }));
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
      <Suspense fallback={<div class="chart-place skeleton" />}>
        <Show when={timeline()} fallback={<div class="chart-place skeleton" />}>
          {(shown) => (
            <TimeChart
              label={`${metric().label} over time`}
              points={shown().points}
              previous={props.compare ? shown().previous : null}
              marks={markTimes(firings.data(), props.scope?.page ?? null)}
              format={metric().format}
              formatTime={formatTime}
              onChoose={(index) => {
                const at = shown().points[index]?.at;
                if (at) navigate(link.to(at), { scroll: false });
              }}
            />
          )}
        </Show>
      </Suspense>
      <ChartTable
        label={metric().label}
        points={timeline()?.points ?? []}
        previous={props.compare ? (timeline()?.previous ?? []) : null}
        format={metric().format}
        formatTime={formatTime}
        linkTo={link.to}
      />
      <link.Behind />
    </section>
  );
}

/** Where a point leads: clicks to those who clicked, by `?point=`; all else to the sessions that began then. */
function createPointLink(
  of: () => { readonly metric: MetricName; readonly interval: 'HOUR' | 'DAY' },
) {
  const { site } = useSite();
  const linkTo = useSiteLink();
  const datedLink = useDatedLink();
  const { device } = createDevice();
  const [address, setAddress] = useSearchParams<Record<'point' | 'page', string>>();
  const timeZone = () => site()?.timeZone ?? 'UTC';
  const spanOf = (at: string): Period => {
    if (of().interval === 'HOUR') return { hour: at };
    const day = dayOf(Date.parse(at), timeZone());
    return { from: day, to: day };
  };
  const nameOf = (at: string) =>
    of().interval === 'HOUR'
      ? formatHour(Date.parse(at), timeZone())
      : formatBucket(Date.parse(at), 'DAY', timeZone());
  const counted = () => {
    const { metric } = of();
    return metric === 'clicks' || metric === 'rage' || metric === 'dead'
      ? metrics[metric]
      : undefined;
  };
  return {
    to: (at: string) => {
      const { page } = address;
      if (!counted()) {
        const narrowed = { page, device: writeDevice(device()) };
        return linkTo('/sessions', { ...writePeriod(spanOf(at)), ...narrowed });
      }
      return datedLink('/overview', { metric: of().metric, page, point: at });
    },
    Behind: () => (
      <Show when={counted()} keyed>
        {(metric) => (
          <Show when={address.point} keyed>
            {(at) => (
              <PointDialog
                metric={metric}
                span={spanOf(at)}
                when={nameOf(at)}
                page={address.page || null}
                device={device()}
                onClose={() => setAddress({ point: undefined }, { scroll: false })}
              />
            )}
          </Show>
        )}
      </Show>
    ),
  };
}
