import { createMutation } from '@urql/solid';
import { Show } from 'solid-js';
import {
  type AlertStateFragment,
  DeleteAlertDocument,
  SilenceAlertDocument,
  TestAlertDocument,
} from '../generated/alerts.ts';
import { Badge } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { formatDateTime } from '../time/format.ts';
import { describeRule } from './wording.ts';

const dayMs = 86_400_000;

/** An alert, how it stands, and what can be done about it. */
export function AlertRow(props: {
  readonly alert: AlertStateFragment;
  readonly onChanged: () => void;
}) {
  const [silenced, silence] = createMutation(SilenceAlertDocument);
  const [tested, test] = createMutation(TestAlertDocument);
  const [removed, remove] = createMutation(DeleteAlertDocument);
  const id = () => props.alert.id;
  const act = async (done: Promise<{ readonly data?: unknown }>) => {
    if ((await done).data) props.onChanged();
  };
  const until = () => {
    const { silencedUntil } = props.alert;
    return silencedUntil && Date.parse(silencedUntil) > Date.now() ? silencedUntil : null;
  };
  const silenceUntil = () => (until() ? null : new Date(Date.now() + dayMs).toISOString());
  return (
    <li>
      <div class="alert-what">
        <strong>{props.alert.name}</strong>
        <Show when={props.alert.isFiring} fallback={<Badge tone="good">Good</Badge>}>
          <Badge tone="bad">Going off</Badge>
        </Show>
        <Show when={until()}>
          {(at) => <Badge>Silenced until {formatDateTime(Date.parse(at()))}</Badge>}
        </Show>
        <p class="quiet">
          {describeRule(props.alert)}
          <Show when={props.alert.webhookUrl}>{(url) => <> · {url()}</>}</Show>
        </p>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          data-size="s"
          aria-label={`${until() ? 'Let call again' : 'Silence for a day'}: ${props.alert.name}`}
          onClick={() => void act(silence({ id: id(), until: silenceUntil() }))}
        >
          {until() ? 'Let call again' : 'Silence for a day'}
        </button>
        <button
          type="button"
          class="button"
          data-size="s"
          aria-label={`Test ${props.alert.name}`}
          onClick={() => void act(test({ id: id() }))}
        >
          Test
        </button>
        <button
          type="button"
          class="button"
          data-size="s"
          aria-label={`Delete ${props.alert.name}`}
          onClick={() => void act(remove({ id: id() }))}
        >
          Delete
        </button>
      </div>
      <Show when={silenced.error ?? tested.error ?? removed.error}>
        {(error) => <Problem error={error()} />}
      </Show>
    </li>
  );
}
