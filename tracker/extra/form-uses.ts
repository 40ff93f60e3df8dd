import { FormState } from '../../schema/wire/events.ts';
import type { Recorder } from '../recorder.ts';
import type { View } from '../view.ts';
import { describeFields, type Field, findForm } from './form-fields.ts';

/** A form in a view, from its first focus on. */
export interface Use {
  readonly view: View;
  readonly form: HTMLFormElement | null;
  /** The keys of the fields that were filled in before; a submission begins anew. */
  readonly filled: Set<string>;
}

/** Tells something of a field, or of its form. */
export const tell = (recorder: Recorder, state: number, { order, names }: Field): void =>
  recorder.record([12, recorder.t(), state, order, ...names]);

export interface Uses {
  /** The use of a form in this view, if it has begun. */
  readonly find: (form: EventTarget | null) => Use | undefined;
  /** Begins the use of a field's form where it has not begun: tells of all its fields. */
  readonly begin: (field: Element) => Use;
}

export function makeUses(recorder: Recorder): Uses {
  let uses: Use[] = [];
  const find: Uses['find'] = (form) => {
    uses = uses.filter(({ view }) => view === recorder.view);
    return uses.find((use) => use.form === form);
  };
  return {
    find,
    begin: (element) => {
      const form = findForm(element);
      const known = find(form);
      if (known) return known;
      for (const field of describeFields(recorder, form)) {
        tell(recorder, FormState.field, field);
      }
      const use = { view: recorder.view, form, filled: new Set<string>() };
      uses.push(use);
      return use;
    },
  };
}
