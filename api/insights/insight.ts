import type { Evidence } from './facts/evidence.ts';

export const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Severity = (typeof severities)[number];

/** Who found something. */
export type Analyzer = 'GEMINI' | 'RULES';

/** A finding before its evidence is looked up: `evidence` holds names from the facts. */
export interface Claim {
  readonly title: string;
  readonly detail: string;
  readonly severity: Severity;
  readonly evidence: readonly string[];
}

/** What an analyzer says, whoever it is. */
export interface Claims {
  /** null: nothing is wrong. */
  readonly mainProblem: Claim | null;
  readonly insights: readonly Claim[];
  readonly recommendations: readonly Claim[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** A finding with its proof. */
export interface Finding {
  readonly analyzer: Analyzer;
  readonly title: string;
  readonly detail: string;
  readonly severity: Severity;
  /** One at least. */
  readonly evidence: readonly Evidence[];
}

/** What was found, each with evidence that exists. */
export interface Findings {
  readonly mainProblem: Finding | null;
  readonly insights: readonly Finding[];
  readonly recommendations: readonly Finding[];
  readonly confidence: number;
  /** What an analyzer said without valid evidence. */
  readonly droppedCount: number;
}

export const howMany = {
  insights: { least: 4, most: 6 },
  recommendations: { least: 3, most: 4 },
  /** Pieces of evidence a finding shows. */
  evidence: 8,
} as const;
