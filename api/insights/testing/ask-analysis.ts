import type { EvidenceKind } from '../facts/evidence.ts';
import type { NoticeCode } from '../failure.ts';

export interface ToldFinding {
  readonly analyzer: 'GEMINI' | 'RULES';
  readonly title: string;
  readonly detail: string;
  readonly severity: string;
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: EvidenceKind;
    readonly tMs: number;
    readonly sessionId: string;
    readonly viewId: string;
    readonly label: string;
  }[];
}

/** An analysis as GraphQL tells it. */
export interface ToldAnalysis {
  readonly id: string;
  readonly analyzer: 'GEMINI' | 'RULES';
  readonly model: string | null;
  readonly costUsd: number | null;
  readonly sessions: number;
  readonly confidence: number;
  readonly mainProblem: ToldFinding | null;
  readonly insights: readonly ToldFinding[];
  readonly recommendations: readonly ToldFinding[];
  readonly droppedCount: number;
  readonly isOutdated: boolean;
  readonly notice: {
    readonly code: NoticeCode;
    readonly message: string;
    readonly retryAfterSeconds: number | null;
  } | null;
}

export const analysisFields = `fragment Told on Analysis {
  id analyzer model costUsd sessions confidence droppedCount isOutdated
  mainProblem { ...Found } insights { ...Found } recommendations { ...Found }
  notice { code message retryAfterSeconds }
}
fragment Found on Finding {
  analyzer title detail severity
  evidence { id kind tMs sessionId viewId label }
}`;

export const analyzeSession = `mutation ($id: ID!) { analyzeSession(id: $id) { ...Told } } ${analysisFields}`;
