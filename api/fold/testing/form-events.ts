import fc from 'fast-check';
import type { WireEventOf } from '../../../schema/wire/events.ts';

type FormEvent = WireEventOf<'form' | 'field'>;

const anyField = fc.record({
  form: fc.constantFrom('', 'checkout'),
  field: fc.constantFrom('mail', 'name', 'note'),
});
const somewhere = { t: 0, order: 0, fieldType: 'text' };

/** Anything that is told of two small forms, at no time yet. */
export const anyFormEvent: fc.Arbitrary<FormEvent> = fc.oneof(
  fc
    .tuple(anyField, fc.constantFrom(0, 1, 2, 3))
    .map(([names, state]): FormEvent => ({ type: 'form', ...somewhere, ...names, state })),
  fc
    .record({
      durationMs: fc.nat(3_000),
      hesitationMs: fc.constantFrom(-1, 0, 200),
      changes: fc.nat(2),
      corrections: fc.nat(2),
      refilled: fc.constantFrom(0, 1),
    })
    .chain((visit) =>
      anyField.map((names): FormEvent => ({ type: 'field', ...somewhere, ...names, ...visit })),
    ),
);
