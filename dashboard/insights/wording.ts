import type { FoundAnalysisFragment } from '../generated/insights.ts';
import type { Tone } from '../parts/Badge.tsx';

type Severity = FoundAnalysisFragment['insights'][number]['severity'];

export const severities: Readonly<
  Record<Severity, { readonly label: string; readonly tone: Tone }>
> = {
  CRITICAL: { label: 'Critical', tone: 'bad' },
  HIGH: { label: 'High', tone: 'warn' },
  MEDIUM: { label: 'Medium', tone: 'calm' },
  LOW: { label: 'Low', tone: 'plain' },
};

/** What is being done, by stage of `analysisProgress`. */
export const stages = [
  ['READING', 'Reading what was recorded'],
  ['ASKING', 'Finding what hinders'],
  ['CHECKING', 'Looking up the evidence'],
] as const;

/** Who spoke. */
export function analyzerText({
  analyzer,
  model,
}: Pick<FoundAnalysisFragment, 'analyzer' | 'model'>): string {
  return analyzer === 'GEMINI' ? (model ?? 'Gemini') : 'Rules, no AI';
}

/** `free`, `0.4 ct`, `$1.20`; the currency is the service's. */
export function costText({
  analyzer,
  costUsd,
}: Pick<FoundAnalysisFragment, 'analyzer' | 'costUsd'>) {
  if (costUsd === null) return 'price not known';
  if (costUsd === 0) return analyzer === 'RULES' ? 'free' : '$0';
  return `$${costUsd < 0.1 ? costUsd.toFixed(4) : costUsd.toFixed(2)}`;
}

export function sureText({ confidence }: Pick<FoundAnalysisFragment, 'confidence'>): string {
  return `${Math.round(confidence * 100)} % sure`;
}
