import type { FormFact, FormFieldUse } from '../fold/fact.ts';
import type { Aggregate, Increment, ViewContext } from '../ingest/aggregate.ts';
import {
  type FieldSum,
  type FormBond,
  type FormSum,
  formSessions,
  forms,
} from './forms-collection.ts';

interface Place {
  readonly route: string;
  readonly form: string;
  readonly field: string;
  readonly fieldType: string;
  readonly day: number;
}

/** The use of forms, each on the day on which it began. */
export const countForms: Aggregate = {
  name: 'forms',
  fromFact: (fact, view) => (fact.kind === 'form' ? countUse(fact, view) : []),
};

function countUse(use: FormFact, view: ViewContext): Increment[] {
  const { form, submits, refusals } = use;
  const whole = { route: view.route, form, field: '', fieldType: '', day: view.dayOf(use.t) };
  const sums: Record<FormSum, number> = { starts: 1, submitted: Number(submits > 0), refusals };
  return [
    ...addSums(whole, sums),
    meet('started', whole, view),
    meet(submits > 0 ? 'submitted' : 'abandoned', whole, view),
    ...use.fields.flatMap((field, i) => {
      const { field: name, fieldType } = field;
      const isLeft = submits === 0 && use.last === i;
      return countField({ ...whole, field: name, fieldType }, field, isLeft, view);
    }),
  ];
}

function countField(
  place: Place,
  field: FormFieldUse,
  isLeft: boolean,
  view: ViewContext,
): Increment[] {
  const { order, visits, timeMs, hesitationMs, hesitations, changes, corrections, refills } = field;
  const blank = Number(field.isBlank);
  const left = Number(isLeft);
  const reached = Number(visits > 0);
  const times = { timeMs, hesitationMs, hesitations };
  const sums: Record<FieldSum, number> = {
    ...{ uses: 1, order, reached, visits, changes, corrections, refills, blank, left },
    ...times,
  };
  return [
    ...addSums(place, sums),
    ...(isLeft ? [meet('left', place, view)] : []),
    ...(field.isBlank ? [meet('blank', place, view)] : []),
    ...(refills > 0 ? [meet('refilled', place, view)] : []),
  ];
}

function addSums(place: Place, sums: Readonly<Record<string, number>>): Increment[] {
  return Object.entries(sums)
    .filter(([, by]) => by !== 0)
    .map(([field, by]) => ({ collection: forms.name, id: { ...place }, field, by }));
}

function meet(bond: FormBond, place: Place, { session, visitor }: ViewContext): Increment {
  const id = { bond, ...place, session, visitor };
  return { collection: formSessions.name, id, field: 'count', by: 1 };
}
