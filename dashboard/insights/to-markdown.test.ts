import { expect, test } from 'vitest';
import type {
  FoundAnalysisFragment,
  FoundEvidenceFragment,
  FoundFindingFragment,
} from '../generated/insights.ts';
import { toMarkdown } from './to-markdown.ts';
import { costText } from './wording.ts';

const evidence: FoundEvidenceFragment = {
  ...{ id: 'e', kind: 'DEAD_CLICK', label: 'Dead click on button#pay_now', tMs: 6_040 },
  ...{ sessionId: 's', viewId: 'v', pageUrl: 'https://shop.example/', x: 1, y: 2 },
};
const finding: FoundFindingFragment = {
  ...{ analyzer: 'GEMINI', title: 'It is [silent](http://bad)', detail: 'Twice.' },
  ...{ severity: 'HIGH', evidence: [evidence] },
};
const analysis: FoundAnalysisFragment = {
  ...{ id: 'a', page: null, sessions: 1, createdAt: '2026-03-12T12:00:00.000Z' },
  ...{ analyzer: 'GEMINI', model: 'gemini-3.8-flash', costUsd: 0.0086 },
  ...{ promptTokens: 4_000, answerTokens: 1_500, durationMs: 4_000, confidence: 0.83 },
  ...{ droppedCount: 0, isOutdated: false, notice: null },
  mainProblem: finding,
  insights: [finding],
  recommendations: [],
};
const linkOf = ({ id }: FoundEvidenceFragment) => `https://trail.example/${id}?spot=1,2 3`;

test('an analysis is told with its evidence, as links', () => {
  const text = toMarkdown(analysis, 'Insights', linkOf);
  expect(text).toContain('# Insights');
  expect(text).toMatch(/gemini-3\.8-flash, .*, \$0\.0086, 83 % sure/);
  expect(text).toContain('## Main problem');
  expect(text).toContain(
    '[0:06.0 Dead click on button\\#pay\\_now](<https://trail.example/e?spot=1,2 3>)',
  );
});

test('texts of strangers bring no markup with them', () => {
  expect(toMarkdown(analysis, 'x', () => '/')).toContain('It is \\[silent\\](http://bad)');
});

test('where nothing is wrong it says so', () => {
  const text = toMarkdown({ ...analysis, mainProblem: null }, 'x', () => '/');
  expect(text).toContain('No usability problem was found.');
});

test('a cost is told as finely as it needs', () => {
  const cost = (costUsd: number | null, analyzer: 'GEMINI' | 'RULES' = 'GEMINI') =>
    costText({ analyzer, costUsd });
  expect([cost(0, 'RULES'), cost(0.0086), cost(1.2), cost(null)]).toEqual([
    'free',
    '$0.0086',
    '$1.20',
    'price not known',
  ]);
});
