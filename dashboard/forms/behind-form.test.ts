import { expect, test } from 'vitest';
import { type BehindForm, readBehindForm, writeBehindForm } from './behind-form.ts';

test.each<BehindForm>([
  { page: '/', form: '', which: 'STARTED' },
  { page: '/checkout', form: 'order', which: 'LEFT', field: 'card "number"', type: 'text' },
])('what is written can be read: %o', (behind) => {
  expect(readBehindForm(writeBehindForm(behind))).toEqual(behind);
});

test.each([
  undefined,
  '',
  'x',
  '{}',
  '["/"]',
  '["/","order","LEFT"]',
  '["/","o","STARTED","f","t"]',
])('anything else is nothing: %s', (text) => {
  expect(readBehindForm(text)).toBeUndefined();
});
