import { expect, test } from 'vitest';
import { type Choice, nameChoice, parseStep } from './step-words.ts';
import { labelStages, tellChoicesApart } from './tell-choices-apart.ts';

const click = (path: string): Choice => ({
  step: {
    kind: 'CLICK',
    label: 'summary on /help',
    page: '/help',
    element: JSON.stringify([path, 'summary', '']),
    event: null,
  },
  sessions: 3,
});
const named: Choice = {
  step: { kind: 'CLICK', label: 'Pay on /help', page: '/help', element: '["Pay"]', event: null },
  sessions: 1,
};
const choices = tellChoicesApart([
  click('details:nth-of-type(1) > summary'),
  click('details:nth-of-type(2) > summary'),
  named,
]);

test('elements that are called alike are different choices, and each is the step that it names', () => {
  const names = choices.map(nameChoice);
  expect(names).toEqual([
    'Click summary on /help (in 1st details)',
    'Click summary on /help (in 2nd details)',
    'Click Pay on /help',
  ]);
  expect(parseStep(names[1] ?? '', choices)).toEqual({
    page: '/help',
    element: '["details:nth-of-type(2) > summary","summary",""]',
  });
});

test('a funnel’s stages are called as the choices that they are', () => {
  const stage = (label: string) => ({
    ...{ step: { label }, visitors: 1, dropped: 0, medianMs: null },
    ...{ conversionPercent: 100, conversionFromFirstPercent: 100 },
  });
  const steps = [{ page: '/help', element: choices[0]?.step.element }, { page: '/' }];
  const funnel = labelStages({ stages: [stage('summary on /help'), stage('/')] }, steps, choices);
  expect(funnel.stages.map(({ step }) => step.label)).toEqual([
    'summary on /help (in 1st details)',
    '/',
  ]);
});
