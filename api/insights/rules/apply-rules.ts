import type { Facts } from '../facts/facts.ts';
import { type Claim, type Claims, howMany } from '../insight.ts';
import { problemWeight, type Sign, severityOf } from './rule.ts';
import { rules } from './rules.ts';

/**
 * The analyzer that needs no service: rules from the literature on usability, each with a weight. The heaviest sign is the main
 * problem; the others are insights, problems first; recommendations are what to do about them in the same order. Where nothing is
 * wrong it says so, and describes.
 */
export function applyRules(facts: Facts): Claims {
  const signs = findSigns(facts).sort((a, b) => b.weight - a.weight);
  const [heaviest] = signs;
  const main = heaviest && heaviest.weight >= problemWeight ? heaviest : null;
  const others = signs.filter((sign) => sign !== main);
  return {
    mainProblem: main && toClaim(main),
    insights: others.slice(0, howMany.insights.most).map(toClaim),
    recommendations: signs.slice(0, howMany.recommendations.most).map(toAdvice),
    confidence: main?.confidence ?? 0.5,
  };
}

function findSigns(facts: Facts): Sign[] {
  const explained = new Set<string>();
  return rules.flatMap((rule) => {
    const signs = rule.find(facts, explained);
    for (const sign of signs) for (const place of sign.explains) explained.add(place);
    return signs;
  });
}

function toClaim({ title, detail, weight, evidence }: Sign): Claim {
  return { title, detail, severity: severityOf(weight), evidence };
}

function toAdvice({ advice, weight, evidence }: Sign): Claim {
  return { ...advice, severity: severityOf(weight), evidence };
}
