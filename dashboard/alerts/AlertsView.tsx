import { createQuery } from '@urql/solid';
import { createSignal, For, Show } from 'solid-js';
import { createTitle } from '../frame/title.ts';
import { AlertsDocument } from '../generated/alerts.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { ForOwners } from '../site/ForOwners.tsx';
import { useSite } from '../site/site-context.ts';
import { AlertRow } from './AlertRow.tsx';
import { createFirings } from './create-firings.ts';
import { Firings } from './Firings.tsx';
import { NewAlert } from './NewAlert.tsx';
import './alerts.css';

/** Rules that call a webhook, and when they did. */
export function AlertsView() {
  createTitle(() => 'Alerts');
  const { siteId } = useSite();
  const span = createPeriod();
  const firings = createFirings(span.variables);
  const [secret, setSecret] = createSignal('');
  const [result, ask] = createQuery({
    query: AlertsDocument,
    variables: () => ({ site: siteId() ?? null }),
    pause: () => siteId() === undefined,
  });
  const refresh = () => {
    ask({ requestPolicy: 'network-only' });
    firings.refresh();
  };
  return (
    <div class="view">
      <div class="view-head">
        <h1>Alerts</h1>
        <PeriodPicker period={span.period()} onChange={span.choose} />
      </div>
      <Show when={!result.data && result.error}>
        {(error) => <Problem error={error()} retry={refresh} />}
      </Show>
      <Show when={result.data} fallback={<TableSkeleton rows={3} />}>
        {(data) => (
          <ul class="alert-list">
            <For
              each={data().alerts}
              fallback={
                <li class="quiet">
                  <ForOwners instead="No alerts yet.">No alerts yet: make one below.</ForOwners>
                </li>
              }
            >
              {(alert) => <AlertRow alert={alert} onChanged={refresh} onRenewed={setSecret} />}
            </For>
          </ul>
        )}
      </Show>
      <Firings answer={firings} />
      <ForOwners
        instead={
          <p class="quiet">
            This token reads. Making, changing and silencing alerts is an owner’s.
          </p>
        }
      >
        <NewAlert
          onCreated={(next) => {
            setSecret(next);
            refresh();
          }}
        />
      </ForOwners>
      <Show when={secret()}>
        <Dialog title="The signing secret" onClose={() => setSecret('')}>
          <p>Copy it now to where the calls are received: it is not shown again.</p>
          <pre class="snippet">
            <code>{secret()}</code>
          </pre>
          <CopyButton text={secret}>Copy the secret</CopyButton>
        </Dialog>
      </Show>
    </div>
  );
}
