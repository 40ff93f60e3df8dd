import type {
  FoundAnalysisFragment,
  FoundEvidenceFragment,
  FoundFindingFragment,
} from '../generated/insights.ts';

/** The fragments' types do not say what they are of; the documents ask for it all the same. */
type Told<T> = T & { readonly __typename: string };

/** An analysis as the API tells it: made data, for tests and pictures. */
export function makeAnalysis(
  sessionId: string,
  more: Partial<FoundAnalysisFragment> = {},
): Told<FoundAnalysisFragment> {
  const evidence = (tMs: number, label: string, x: number | null, y: number | null) =>
    makeEvidence(sessionId, { tMs, label, x, y });
  const finding = (title: string, severity: FoundFindingFragment['severity'], at: number) =>
    makeFinding(title, severity, [
      evidence(at, 'Dead click on button “Pay in instalments”', 640, 520),
      evidence(at + 900, 'Hover over a “Delivery”, 2.1 s', null, null),
    ]);
  return {
    ...{ __typename: 'Analysis', id: 'analysis-1', page: null, sessions: 1 },
    ...{ createdAt: '2026-03-12T12:30:00.000Z', analyzer: 'GEMINI', model: 'gemini-3.8-flash' },
    ...{ costUsd: 0.0086, promptTokens: 4_000, answerTokens: 1_500, durationMs: 6_200 },
    ...{ confidence: 0.83, droppedCount: 0, isOutdated: false, notice: null },
    mainProblem: finding('“Pay in instalments” does nothing when pressed', 'CRITICAL', 7_200),
    insights: [
      finding('Delivery is looked for before paying', 'MEDIUM', 3_600),
      finding('Most time went to /checkout', 'LOW', 1_200),
      finding('The lower half of / was never seen', 'MEDIUM', 6_000),
      { ...finding('The way led over / and /checkout', 'LOW', 0), analyzer: 'RULES' },
    ],
    recommendations: [
      finding('Make “Pay in instalments” work, or take it away', 'CRITICAL', 7_200),
      finding('Say what delivery costs beside the price', 'MEDIUM', 3_600),
      finding('Move the summary above the fold', 'MEDIUM', 6_000),
    ],
    ...more,
  };
}

function makeFinding(
  title: string,
  severity: FoundFindingFragment['severity'],
  evidence: readonly FoundEvidenceFragment[],
): Told<FoundFindingFragment> {
  const detail =
    'On /checkout 4 presses had no answer (4 clicks, 720 ms, 11 px, no reaction), and the page was left after the last of them.';
  return { __typename: 'Finding', analyzer: 'GEMINI', title, detail, severity, evidence };
}

function makeEvidence(
  sessionId: string,
  { tMs, label, x, y }: Pick<FoundEvidenceFragment, 'tMs' | 'label' | 'x' | 'y'>,
): Told<FoundEvidenceFragment> {
  return {
    ...{ __typename: 'Evidence', id: `${tMs}`, label, tMs, sessionId, x, y },
    ...{ kind: x === null ? 'HOVER' : 'DEAD_CLICK', viewId: `${sessionId}-v0` },
    pageUrl: 'https://shop.example/',
  };
}
