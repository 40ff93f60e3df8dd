import { expect, it } from 'vitest';
import type { WireEvent, WireEventOf } from '../../schema/wire/events.ts';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';

function told(state: number, field: string, t = 0): WireEventOf<'form'> {
  return { type: 'form', t, state, order: 0, form: 'order', field, fieldType: field && 'text' };
}
function visit(field: string, more: Partial<WireEventOf<'field'>> = {}): WireEventOf<'field'> {
  return {
    ...{ type: 'field', t: 10, order: 0, durationMs: 500, hesitationMs: 100, changes: 1 },
    ...{ corrections: 0, refilled: 0, form: 'order', field, fieldType: 'text', ...more },
  };
}
function foldForms(...events: WireEvent[]) {
  return pickFacts(foldEvents(usualRules, events).standing, 'form');
}

it('has one use of a form a view, with all its fields, whether visited or not', () => {
  const [use, ...more] = foldForms(told(0, 'mail', 5), told(0, 'name', 5), visit('mail'));
  expect(more).toEqual([]);
  expect(use).toMatchObject({ t: 5, form: 'order', submits: 0, last: 0 });
  expect(use?.fields).toMatchObject([
    { field: 'mail', visits: 1, timeMs: 500, hesitationMs: 100, hesitations: 1 },
    { field: 'name', visits: 0, timeMs: 0 },
  ]);
});

it('adds visits up, and knows which field was the last', () => {
  const again = visit('mail', { hesitationMs: -1, changes: 0, corrections: 2, refilled: 1 });
  const [use] = foldForms(visit('mail'), visit('name'), again);
  expect(use?.last).toBe(0);
  expect(use?.fields[0]).toMatchObject({
    ...{ visits: 2, timeMs: 1_000, hesitationMs: 100, hesitations: 1 },
    ...{ changes: 1, corrections: 2, refills: 1 },
  });
});

it('remembers what was blank at the last submission, not at those before', () => {
  const [use] = foldForms(
    ...[told(0, 'mail'), told(0, 'name'), told(3, ''), told(2, 'mail'), told(2, 'name')],
    ...[told(1, ''), told(2, 'name')],
  );
  expect(use).toMatchObject({ submits: 1, refusals: 1 });
  expect(use?.fields.map(({ isBlank }) => isBlank)).toEqual([false, true]);
});

it('keeps no more fields than a form may have, and no more forms than a view', () => {
  const fields = Array.from({ length: 150 }, (_, i) => told(0, `f${i}`));
  expect(foldForms(...fields)[0]?.fields).toHaveLength(100);
  const forms = Array.from({ length: 50 }, (_, i) => ({ ...told(0, 'f'), form: `form${i}` }));
  expect(foldForms(...forms)).toHaveLength(30);
});
