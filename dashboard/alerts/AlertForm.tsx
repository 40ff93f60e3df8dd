import { createSignal, For, type JSX, Show, splitProps } from 'solid-js';
import type {
  AlertInput,
  AlertRule,
  AlertStateFragment,
  TimelineMetric,
} from '../generated/alerts.ts';
import { PagePicker } from '../site/PagePicker.tsx';
import { metricNames, rules, thresholdNames } from './wording.ts';

/** What an alert is: empty for a new one, filled with what is for one that is to change. */
export function AlertForm(props: {
  readonly alert?: AlertStateFragment;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** @returns whether it was taken: then the form is empty again */
  readonly onSubmit: (input: AlertInput) => Promise<boolean>;
  readonly children?: JSX.Element;
}) {
  const [rule, setRule] = createSignal<AlertRule>(props.alert?.rule ?? 'ABOVE');
  const [page, setPage] = createSignal(props.alert?.page ?? undefined);
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = readInput(new FormData(form), rule(), page());
    if (await props.onSubmit(input)) form.reset();
  };
  return (
    <form class="alert-form" onSubmit={(event) => void submit(event)}>
      <Field label="Name" name="alertName" initial={props.alert?.name} maxlength={200} required />
      <div class="labelled">
        Page
        <PagePicker page={page()} anyLabel="The whole site" onChange={setPage} />
      </div>
      <Choice label="Goes off when it" name="rule" value={rule()} of={rules} onChange={setRule} />
      <Field
        label={thresholdNames[rule()]}
        name="threshold"
        initial={props.alert?.threshold}
        type="number"
        min="0"
        step="any"
        required
      />
      <Show when={rule() !== 'SILENT'}>
        <Choice
          label="Metric"
          name="metric"
          value={props.alert?.metric ?? 'RAGE_CLICK_RATE'}
          of={metricNames}
        />
        <Field
          label="Over hours"
          name="windowHours"
          initial={props.alert?.windowHours ?? 1}
          type="number"
          min="1"
          max="168"
          required
        />
        <Field
          label="Over fewer clicks or sessions it says nothing"
          name="minCount"
          initial={props.alert?.minCount ?? 10}
          type="number"
          min="0"
          required
        />
      </Show>
      <Field
        label="Webhook"
        name="webhookUrl"
        initial={props.alert?.webhookUrl}
        type="url"
        placeholder="https://"
        required
      />
      <div class="row">
        <button type="submit" class="button" disabled={props.busy}>
          {props.submitLabel}
        </button>
      </div>
      {props.children}
    </form>
  );
}

function readInput(said: FormData, rule: AlertRule, page: string | undefined): AlertInput {
  const { metric, windowHours, minCount } = Object.fromEntries(said);
  return {
    name: String(said.get('alertName')),
    rule,
    threshold: Number(said.get('threshold')),
    page: page ?? '',
    webhookUrl: String(said.get('webhookUrl')),
    // Of no meaning for silence: then they are not asked for, and stay as they are.
    ...(metric && { metric: String(metric) as TimelineMetric }),
    ...(windowHours && { windowHours: Number(windowHours) }),
    ...(minCount && { minCount: Number(minCount) }),
  };
}

function Field(
  props: Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'ref'> & {
    readonly label: string;
    /** What stands there at first, and again when the form is reset. */
    readonly initial?: string | number | null | undefined;
  },
) {
  const [own, input] = splitProps(props, ['label', 'initial']);
  const fill = (element: HTMLInputElement) => {
    element.defaultValue = String(own.initial ?? '');
  };
  return (
    <label class="labelled">
      {own.label}
      <input {...input} class="field" ref={fill} />
    </label>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly of: Readonly<Record<Value, string>>;
  readonly onChange?: (value: Value) => void;
}) {
  const options = () => Object.entries(props.of) as [Value, string][];
  return (
    <label class="labelled">
      {props.label}
      <select
        class="field"
        name={props.name}
        onChange={(event) => props.onChange?.(event.currentTarget.value as Value)}
      >
        <For each={options()}>
          {([value, label]) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
