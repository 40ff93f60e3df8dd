import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { BehindDialog } from '../behind/BehindDialog.tsx';
import { AllDevices } from '../device/AllDevices.tsx';
import { createTitle } from '../frame/title.ts';
import { CompareSwitch } from '../period/CompareSwitch.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { createPageNames, PagePicker } from '../site/PagePicker.tsx';
import { DeadElements } from './DeadElements.tsx';
import { HoverInsights } from './HoverInsights.tsx';
import { RageAreas } from './RageAreas.tsx';
import './frustration.css';

/** Where people hammer, press in vain, and linger. */
export function FrustrationView() {
  createTitle(() => 'Frustration');
  const span = createPeriod();
  const [parameters, setParameters] = useSearchParams<Record<'page' | 'marked', string>>();
  const pages = createPageNames();
  /** Hovers are told page by page: the most seen one stands for all. */
  const hoverPage = () => parameters.page ?? pages()[0];
  const scope = () => {
    const variables = span.variables();
    return variables && { ...variables, page: parameters.page ?? null, compare: span.compare() };
  };
  const showMarked = () => parameters.marked === '1';
  return (
    <div class="view">
      <div class="view-head">
        <h1>Frustration</h1>
        <div class="row">
          <PagePicker
            page={parameters.page}
            anyLabel="All pages"
            onChange={(page) => setParameters({ page })}
          />
          <AllDevices />
          <PeriodPicker period={span.period()} onChange={span.choose} />
          <CompareSwitch span={span} />
          <label class="pill">
            <input
              type="checkbox"
              checked={showMarked()}
              onChange={(event) =>
                setParameters({ marked: event.currentTarget.checked ? '1' : undefined })
              }
            />
            Show what is not a problem
          </label>
        </div>
      </div>
      <RageAreas scope={scope()} showMarked={showMarked()} />
      <DeadElements scope={scope()} showMarked={showMarked()} />
      <Show when={hoverPage()}>
        {(page) => <HoverInsights span={span.variables()} compare={span.compare()} page={page()} />}
      </Show>
      <BehindDialog span={span.variables()} />
    </div>
  );
}
