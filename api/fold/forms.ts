import { limits } from '../../schema/limits.ts';
import { FormState, type WireEventOf } from '../../schema/wire/events.ts';
import type { FormFact, FormFieldUse } from './fact.ts';
import type { Ledger } from './ledger.ts';

type FormEvent = WireEventOf<'form' | 'field'>;

/**
 * Takes what is told of a form into the view's uses of forms, one each. Plain clients and lost batches may name a field that was
 * never told of: it is known from then on.
 */
export function foldForm(
  forms: readonly FormFact[],
  event: FormEvent,
  ledger: Ledger,
): readonly FormFact[] {
  const known = forms.find(({ form }) => form === event.form) ?? null;
  if (!known && forms.length >= limits.formsPerView) return forms;
  const before = known ?? beginForm(event, forms.length);
  const after = event.type === 'field' ? addVisit(before, event) : addState(before, event);
  ledger.revise(known, after);
  return known ? forms.map((form) => (form === known ? after : form)) : [...forms, after];
}

function beginForm({ form, t }: FormEvent, number: number): FormFact {
  const key = `form${number}`;
  return { kind: 'form', key, t, form, submits: 0, refusals: 0, fields: [], last: null };
}

function addState(form: FormFact, event: WireEventOf<'form'>): FormFact {
  switch (event.state) {
    case FormState.submit:
      return { ...notBlank(form), submits: form.submits + 1 };
    case FormState.refused:
      return { ...notBlank(form), refusals: form.refusals + 1 };
    case FormState.blank:
      return changeField(form, event, (field) => ({ ...field, isBlank: true }));
    default:
      return changeField(form, event, (field) => field);
  }
}

/** What was blank is told anew with every submission. */
function notBlank(form: FormFact): FormFact {
  return { ...form, fields: form.fields.map((field) => ({ ...field, isBlank: false })) };
}

function addVisit(form: FormFact, visit: WireEventOf<'field'>): FormFact {
  const hasInput = visit.hesitationMs >= 0;
  const after = changeField(form, visit, (field) => ({
    ...field,
    visits: field.visits + 1,
    timeMs: field.timeMs + visit.durationMs,
    hesitationMs: field.hesitationMs + (hasInput ? visit.hesitationMs : 0),
    hesitations: field.hesitations + Number(hasInput),
    changes: field.changes + visit.changes,
    corrections: field.corrections + visit.corrections,
    refills: field.refills + visit.refilled,
  }));
  const last = after.fields.findIndex((field) => isSame(field, visit));
  return last < 0 ? after : { ...after, last };
}

function changeField(
  form: FormFact,
  event: FormEvent,
  change: (field: FormFieldUse) => FormFieldUse,
): FormFact {
  const { fields } = form;
  if (fields.some((field) => isSame(field, event))) {
    return { ...form, fields: fields.map((one) => (isSame(one, event) ? change(one) : one)) };
  }
  if (fields.length >= limits.fieldsPerForm) return form;
  const { field, fieldType, order } = event;
  const nothing = { timeMs: 0, hesitationMs: 0, hesitations: 0, changes: 0 };
  const counts = { visits: 0, corrections: 0, refills: 0, isBlank: false, ...nothing };
  return { ...form, fields: [...fields, change({ field, fieldType, order, ...counts })] };
}

function isSame(field: FormFieldUse, event: FormEvent): boolean {
  return field.field === event.field && field.fieldType === event.fieldType;
}
