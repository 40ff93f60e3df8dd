import { useSearchParams } from '@solidjs/router';
import { createDevice } from '../device/create-device.ts';
import { DevicePicker } from '../device/DevicePicker.tsx';
import { createTitle } from '../frame/title.ts';
import { CompareSwitch } from '../period/CompareSwitch.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { PagePicker } from '../site/PagePicker.tsx';
import { createScope } from './create-scope.ts';
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
  const scope = createScope(span.variables);
  const { device, choose: chooseDevice } = createDevice();
  const [parameters, setParameters] = useSearchParams<Record<'metric' | 'page', string>>();
  return (
    <div class="view">
      <div class="view-head">
        <h1>Overview</h1>
        <div class="row">
          <PagePicker
            page={parameters.page}
            anyLabel="All pages"
            onChange={(page) => setParameters({ page })}
          />
          <DevicePicker device={device()} onChange={chooseDevice} />
          <PeriodPicker period={span.period()} onChange={span.choose} />
          <CompareSwitch span={span} />
        </div>
      </div>
      <OverviewCards scope={scope()} compare={span.compare()} />
      <div class="overview-middle">
        <OverviewChart
          scope={scope()}
          compare={span.compare()}
          metric={readMetric(parameters.metric)}
          onMetric={(metric: MetricName) => setParameters({ metric })}
        />
        <LiveNow page={scope()?.page ?? null} device={device()} />
      </div>
      <PagesTable span={span.variables()} device={device()} />
    </div>
  );
}
