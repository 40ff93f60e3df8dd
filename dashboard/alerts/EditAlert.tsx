import { createMutation } from '@urql/solid';
import { Show } from 'solid-js';
import {
  type AlertStateFragment,
  RenewAlertSecretDocument,
  UpdateAlertDocument,
} from '../generated/alerts.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { AlertForm } from './AlertForm.tsx';

/** Changes an alert, or the secret that its calls are signed with. */
export function EditAlert(props: {
  readonly alert: AlertStateFragment;
  readonly onChanged: () => void;
  readonly onRenewed: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const [updated, update] = createMutation(UpdateAlertDocument);
  const [renewed, renew] = createMutation(RenewAlertSecretDocument);
  const { id } = props.alert;
  return (
    <Dialog title={`Change ${props.alert.name}`} onClose={props.onClose}>
      <AlertForm
        alert={props.alert}
        submitLabel="Save"
        busy={updated.fetching}
        onSubmit={async (input) => {
          const { data } = await update({ id, input });
          if (data) props.onChanged();
          return false;
        }}
      >
        <p class="quiet alert-wide">What goes off now is over; it is looked at anew.</p>
        <Show when={updated.error}>{(error) => <Problem error={error()} />}</Show>
      </AlertForm>
      <h3>Signing secret</h3>
      <p class="quiet">
        With a new secret the old one signs nothing any more. Calls that are turned away meanwhile
        are tried again for hours.
      </p>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={renewed.fetching}
          onClick={async () => {
            const { data } = await renew({ id });
            if (data) props.onRenewed(data.renewAlertSecret.secret);
          }}
        >
          Make a new secret
        </button>
      </div>
      <Show when={renewed.error}>{(error) => <Problem error={error()} />}</Show>
    </Dialog>
  );
}
