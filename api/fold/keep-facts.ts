import type { Batch } from '../../schema/wire/batch.ts';
import type { Fact, KeptFact, SignedFact } from './fact.ts';

/** What happened longer than this before the batch's last moment does not lie in it, ms. */
export const keptSpanMs = 5_000;

/**
 * Says of hovers and scrolls that they lie in the batch that told them: they are most of what visitors do, and a document of its
 * own for each would cost more than all else. A hover that began long before its end is one all the same, and so is all that came
 * with movement over a longer time: who reads batches by time would have to look far beyond what is asked for.
 */
export function keepFacts(facts: readonly SignedFact[], { seq, moves }: Batch): SignedFact[] {
  const times = [...moves.t, ...facts.flatMap(({ fact }) => (isKind(fact) ? [fact.t] : []))];
  const latest = times.reduce((most, t) => Math.max(most, t), 0);
  const isNear = (t: number) => latest - t <= keptSpanMs;
  if (!moves.t.every(isNear)) return [...facts];
  return facts.map((signed) => {
    const { fact } = signed;
    return isKind(fact) && isNear(fact.t) ? { ...signed, keptBy: seq } : signed;
  });
}

/** Whether it is of a kind that lies in batches. */
function isKind(fact: Fact): fact is KeptFact {
  return fact.kind === 'hover' || fact.kind === 'scroll';
}

/** What lies in each batch, by its number, where facts are as they hold now. */
export function keptByBatch(facts: readonly SignedFact[]): ReadonlyMap<number, KeptFact[]> {
  const kept = new Map<number, KeptFact[]>();
  for (const { sign, fact, keptBy } of facts) {
    if (sign !== 1 || keptBy === undefined || !isKind(fact)) continue;
    const inBatch = kept.get(keptBy);
    if (inBatch) inBatch.push(fact);
    else kept.set(keptBy, [fact]);
  }
  return kept;
}
