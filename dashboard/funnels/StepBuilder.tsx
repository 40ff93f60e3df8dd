import { createSignal, For, Index, Show } from 'solid-js';
import type { FunnelStepInput } from '../generated/funnels.ts';
import { mostSteps } from './funnel-address.ts';
import { type Choice, nameChoice, nameStep, parseStep } from './step-words.ts';

/** The steps of a funnel: moved, removed, and added from what the site has. */
export function StepBuilder(props: {
  readonly steps: readonly FunnelStepInput[];
  readonly choices: readonly Choice[];
  readonly onChange: (steps: readonly FunnelStepInput[]) => void;
}) {
  const [written, setWritten] = createSignal('');
  const add = (text: string) => {
    const step = parseStep(text, props.choices);
    if (!step) return;
    setWritten('');
    props.onChange([...props.steps, step]);
  };
  const swap = (index: number, other: number) =>
    props.onChange(props.steps.with(index, pick(other)).with(other, pick(index)));
  const pick = (index: number) => props.steps[index] ?? {};
  /** Who picks from the list has nothing more to say. */
  const addIfChosen = (text: string) => {
    setWritten(text);
    if (props.choices.some((choice) => nameChoice(choice) === text)) add(text);
  };
  return (
    <section class="step-builder" aria-label="Steps">
      <ol>
        <Index each={props.steps}>
          {(step, index) => (
            <li>
              <span class="step-number numeric">{index + 1}</span>
              <span class="step-name" title={nameStep(step(), props.choices)}>
                {nameStep(step(), props.choices)}
              </span>
              <StepButton
                label={`Move step ${index + 1} up`}
                sign="↑"
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <StepButton
                label={`Move step ${index + 1} down`}
                sign="↓"
                disabled={index === props.steps.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <StepButton
                label={`Remove step ${index + 1}`}
                sign="×"
                disabled={false}
                onClick={() => props.onChange(props.steps.toSpliced(index, 1))}
              />
            </li>
          )}
        </Index>
      </ol>
      <Show when={props.steps.length < mostSteps}>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            add(written());
          }}
        >
          <label class="step-field">
            <span class="screen-reader-only">Next step</span>
            <input
              class="field"
              list="funnel-choices"
              autocomplete="off"
              placeholder="A page, a click or an event"
              value={written()}
              onInput={(event) => addIfChosen(event.currentTarget.value)}
            />
          </label>
          <datalist id="funnel-choices">
            <For each={props.choices}>
              {(choice) => <option value={nameChoice(choice)}>{choice.sessions} sessions</option>}
            </For>
          </datalist>
          <button type="submit" class="button" disabled={written().trim() === ''}>
            Add step
          </button>
        </form>
      </Show>
    </section>
  );
}

function StepButton(props: {
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="button"
      data-size="s"
      data-kind="plain"
      aria-label={props.label}
      disabled={props.disabled}
      onClick={() => props.onClick()}
    >
      {props.sign}
    </button>
  );
}
