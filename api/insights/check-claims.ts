import type { Evidence, References } from './facts/evidence.ts';
import {
  type Analyzer,
  type Claim,
  type Claims,
  type Finding,
  type Findings,
  howMany,
} from './insight.ts';

/** What an analyzer said, and who it was. */
export interface Spoken {
  readonly analyzer: Analyzer;
  readonly claims: Claims;
}

/**
 * Claims with their proof. Evidence that is not in the facts is taken off; a claim that has none left is dropped and counted. Where
 * fewer than 4 insights or 3 recommendations are left, those of the rules fill up, marked as theirs; so does their main problem
 * where the analyzer's was dropped.
 *
 * @param rules what the rules say of the same facts
 */
export function checkClaims(spoken: Spoken, rules: Claims, references: References): Findings {
  const keep = (claims: readonly Claim[], analyzer: Analyzer) =>
    claims.flatMap((claim) => prove(claim, analyzer, references) ?? []);
  const { claims, analyzer } = spoken;
  const own = {
    main: claims.mainProblem && prove(claims.mainProblem, analyzer, references),
    insights: keep(claims.insights, analyzer),
    recommendations: keep(claims.recommendations, analyzer),
  };
  const droppedCount =
    claims.insights.length -
    own.insights.length +
    (claims.recommendations.length - own.recommendations.length) +
    Number(claims.mainProblem !== null && own.main === null);
  const isMainLost = claims.mainProblem !== null && own.main === null;
  const main =
    isMainLost && rules.mainProblem ? prove(rules.mainProblem, 'RULES', references) : own.main;
  return {
    mainProblem: main,
    insights: fillUp(
      own.insights,
      keep([...(rules.mainProblem ? [rules.mainProblem] : []), ...rules.insights], 'RULES'),
      howMany.insights,
      main,
    ),
    recommendations: fillUp(
      own.recommendations,
      keep(rules.recommendations, 'RULES'),
      howMany.recommendations,
      null,
    ),
    confidence: isMainLost ? rules.confidence : Math.min(1, Math.max(0, claims.confidence)),
    droppedCount,
  };
}

function prove(claim: Claim, analyzer: Analyzer, references: References): Finding | null {
  const { title, detail, severity } = claim;
  const evidence = [...new Set(claim.evidence)]
    .map((name) => references.find(name))
    .filter((found): found is Evidence => found !== null)
    .slice(0, howMany.evidence);
  return evidence.length > 0 ? { analyzer, title, detail, severity, evidence } : null;
}

function fillUp(
  own: readonly Finding[],
  others: readonly Finding[],
  { least, most }: { readonly least: number; readonly most: number },
  main: Finding | null,
): Finding[] {
  const kept = own.slice(0, most);
  const titles = new Set([...kept, ...(main ? [main] : [])].map(({ title }) => title));
  const fresh = others.filter(({ title }) => !titles.has(title));
  return [...kept, ...fresh.slice(0, Math.max(0, least - kept.length))];
}
