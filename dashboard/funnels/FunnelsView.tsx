import { useSearchParams } from '@solidjs/router';
import { createQuery } from '@urql/solid';
import { createEffect, createMemo, on, Show } from 'solid-js';
import { createDevice } from '../device/create-device.ts';
import { DevicePicker } from '../device/DevicePicker.tsx';
import { createTitle } from '../frame/title.ts';
import { FunnelChoicesDocument, FunnelDocument } from '../generated/funnels.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { CompareSwitch } from '../period/CompareSwitch.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { useSite } from '../site/site-context.ts';
import { DropOffs } from './DropOffs.tsx';
import { FunnelBars } from './FunnelBars.tsx';
import { FunnelGroups } from './FunnelGroups.tsx';
import { FunnelRules } from './FunnelRules.tsx';
import { FunnelSteps } from './FunnelSteps.tsx';
import { FunnelSum } from './FunnelSum.tsx';
import { type FunnelSetting, readFunnel, writeFunnel } from './funnel-address.ts';
import { SavedFunnels } from './SavedFunnels.tsx';
import { StepBuilder } from './StepBuilder.tsx';
import { labelStages, tellChoicesApart } from './tell-choices-apart.ts';
import './funnels.css';

type Address = Record<'steps' | 'order' | 'window' | 'by' | 'drop', string>;

/** How many visitors come how far through some steps, and where the others go. */
export function FunnelsView() {
  createTitle(() => 'Funnels');
  const span = createPeriod();
  const { siteId } = useSite();
  const { device, choose: chooseDevice } = createDevice();
  const [address, setAddress] = useSearchParams<Address>();
  const setting = createMemo(() => readFunnel(address));
  const change = (next: FunnelSetting) => setAddress({ ...writeFunnel(next), drop: undefined });
  const [offered] = createQuery({
    query: FunnelChoicesDocument,
    variables: () => ({ site: siteId() ?? null }),
    pause: () => siteId() === undefined,
  });
  const choices = createMemo(() => tellChoicesApart(offered.data?.funnelChoices ?? []));
  const question = createMemo(() => {
    const variables = span.variables();
    const { steps, order, windowMinutes } = setting();
    return variables && steps.length >= 2
      ? { ...variables, device: device(), steps, order, windowMinutes }
      : undefined;
  });
  const answer = createLiveQuery(FunnelDocument, () => {
    const asked = question();
    const { breakdown } = setting();
    return asked && { ...asked, breakdown, compare: span.compare() };
  });
  const funnel = createMemo(() => {
    const found = question() && answer.data()?.funnel;
    return found && labelStages(found, setting().steps, choices());
  });
  const dropStep = () => {
    const step = Number(address.drop);
    return Number.isInteger(step) && step >= 1 && step < setting().steps.length ? step : null;
  };
  const dropQuestion = () => {
    const [asked, number] = [question(), dropStep()];
    return asked && number !== null ? { ...asked, number } : undefined;
  };
  let drops: HTMLDivElement | undefined;
  // Who asks for them is taken there: they stand below the bars, and may be out of sight.
  createEffect(
    on(dropStep, (step) => step !== null && drops?.scrollIntoView({ block: 'start' }), {
      defer: true,
    }),
  );
  return (
    <div class="view">
      <div class="view-head">
        <h1>Funnels</h1>
        <div class="row">
          <DevicePicker device={device()} onChange={chooseDevice} />
          <PeriodPicker period={span.period()} onChange={span.choose} />
          <CompareSwitch span={span} />
        </div>
      </div>
      <SavedFunnels setting={setting()} onOpen={change} />
      <div class="funnel-builder">
        <StepBuilder
          steps={setting().steps}
          choices={choices()}
          onChange={(steps) => change({ ...setting(), steps })}
        />
        <FunnelRules setting={setting()} onChange={change} />
      </div>
      <Show
        when={question()}
        fallback={<p class="quiet">Add two steps or more: pages, clicks on elements, or events.</p>}
      >
        <Show when={answer.error()}>
          {(error) => <Problem error={error()} retry={answer.refresh} />}
        </Show>
        <Show when={funnel()} fallback={<TableSkeleton rows={setting().steps.length} />}>
          {(found) => (
            <section class="funnel-result" aria-label="Result">
              <FunnelSum funnel={found()} />
              <FunnelBars
                funnel={found()}
                dropStep={dropStep()}
                onDrop={(step) =>
                  setAddress({ drop: step === null ? undefined : String(step) }, { scroll: false })
                }
              />
              <FunnelSteps funnel={found()} answer={answer} />
            </section>
          )}
        </Show>
        <Show when={setting().breakdown}>
          {(breakdown) => <FunnelGroups breakdown={breakdown()} answer={answer} />}
        </Show>
        <div class="funnel-drops" ref={drops}>
          <Show when={dropQuestion()}>{(asked) => <DropOffs question={asked()} />}</Show>
        </div>
      </Show>
    </div>
  );
}
