import { useSearchParams } from '@solidjs/router';
import { createTitle } from '../frame/title.ts';
import { CompareSwitch } from '../period/CompareSwitch.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { LiveNow } from './LiveNow.tsx';
import { type MetricName, readMetric } from './metrics.ts';
import { OverviewCards } from './OverviewCards.tsx';
import { OverviewChart } from './OverviewChart.tsx';
import { PagesTable } from './PagesTable.tsx';
import './overview.css';

/** The site at a glance. */
export function OverviewView() {
  createTitle(() => 'Overview');
  const span = createPeriod();
  const [parameters, setParameters] = useSearchParams<{ metric: string }>();
  return (
    <div class="view">
      <div class="view-head">
        <h1>Overview</h1>
        <div class="row">
          <PeriodPicker period={span.period()} onChange={span.choose} />
          <CompareSwitch span={span} />
        </div>
      </div>
      <OverviewCards span={span.variables()} compare={span.compare()} />
      <div class="overview-middle">
        <OverviewChart
          span={span.variables()}
          compare={span.compare()}
          metric={readMetric(parameters.metric)}
          onMetric={(metric: MetricName) => setParameters({ metric })}
        />
        <LiveNow />
      </div>
      <PagesTable span={span.variables()} />
    </div>
  );
}
