import { createMutation } from '@urql/solid';
import { createSignal, Show } from 'solid-js';
import {
  type AlertStateFragment,
  DeleteAlertDocument,
  TestAlertDocument,
} from '../generated/alerts.ts';
import { Badge } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { ForOwners } from '../site/ForOwners.tsx';
import { formatDateTime } from '../time/format.ts';
import { EditAlert } from './EditAlert.tsx';
import { SilenceAlert } from './SilenceAlert.tsx';
import { describeRule } from './wording.ts';

/** An alert, how it stands, and what can be done about it. */
export function AlertRow(props: {
  readonly alert: AlertStateFragment;
  readonly onChanged: () => void;
  readonly onRenewed: (secret: string) => void;
}) {
  const [tested, test] = createMutation(TestAlertDocument);
  const [removed, remove] = createMutation(DeleteAlertDocument);
  const [isEdited, setEdited] = createSignal(false);
  const id = () => props.alert.id;
  const act = async (done: Promise<{ readonly data?: unknown }>) => {
    if ((await done).data) props.onChanged();
  };
  const until = () => {
    const { silencedUntil } = props.alert;
    return silencedUntil && Date.parse(silencedUntil) > Date.now() ? silencedUntil : null;
  };
  return (
    <li>
      <div class="alert-what">
        <strong>{props.alert.name}</strong>
        <Show when={props.alert.isFiring} fallback={<Badge tone="good">Good</Badge>}>
          <Badge tone="bad">Going off</Badge>
        </Show>
        <Show when={until()}>
          {(at) => <Badge tone="warn">Silenced until {formatDateTime(Date.parse(at()))}</Badge>}
        </Show>
        <p class="quiet">
          {describeRule(props.alert)}
          <Show when={props.alert.webhookUrl}>{(url) => <> · {url()}</>}</Show>
        </p>
      </div>
      <ForOwners>
        <div class="row">
          <SilenceAlert
            alert={props.alert}
            isSilenced={until() !== null}
            onChanged={props.onChanged}
          />
          <Act label="Test" of={props.alert.name} onClick={() => void act(test({ id: id() }))} />
          <Act label="Change" of={props.alert.name} onClick={() => setEdited(true)} />
          <Act
            label="Delete"
            of={props.alert.name}
            onClick={() => void act(remove({ id: id() }))}
          />
        </div>
      </ForOwners>
      <Show when={tested.error ?? removed.error}>{(error) => <Problem error={error()} />}</Show>
      <Show when={isEdited()}>
        <EditAlert
          alert={props.alert}
          onChanged={() => {
            setEdited(false);
            props.onChanged();
          }}
          onRenewed={(secret) => {
            setEdited(false);
            props.onRenewed(secret);
          }}
          onClose={() => setEdited(false)}
        />
      </Show>
    </li>
  );
}

function Act(props: { readonly label: string; readonly of: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      class="button"
      data-size="s"
      aria-label={`${props.label} ${props.of}`}
      onClick={() => props.onClick()}
    >
      {props.label}
    </button>
  );
}
