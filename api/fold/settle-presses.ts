import { judgeClick } from '../../schema/rules/dead-click.ts';
import { describeBurst } from '../../schema/rules/productive-burst.ts';
import { formatWhole } from '../../schema/rules/words.ts';
import { answerBurst } from './bursts.ts';
import type { ClickFact, RageBurstFact } from './fact.ts';
import type { SiteRules } from './fold.ts';
import type { Ledger } from './ledger.ts';
import { type HeldPress, isRemembered, type PressState } from './presses.ts';

/** What a burst says of each of its clicks. */
interface BurstVerdict {
  readonly productive: boolean;
  readonly reason: string;
  readonly isFrozen: boolean;
}

/** Gives all verdicts by what is known at the end of a batch, tells what changed, and forgets what can't change any more. */
export function settlePresses(state: PressState, rules: SiteRules, ledger: Ledger): PressState {
  const verdicts = new Map<string, BurstVerdict>();
  const bursts = state.bursts.map((burst) => {
    const { productive, answers } = answerBurst(state, burst, rules);
    const fact: RageBurstFact = {
      ...burst.fact,
      productive,
      reason: describeBurst(burst.fact, answers),
    };
    ledger.revise(burst.told, fact);
    const isFrozen = burst.frozen !== null;
    // A frozen burst still grows, and its first clicks may be forgotten: their reason names no count that changes.
    const reason = isFrozen
      ? `more than ${formatWhole(fact.presses.length)} clicks, ${answers}`
      : fact.reason;
    verdicts.set(fact.key, { productive, reason, isFrozen });
    return { ...burst, fact, told: fact };
  });
  const held = state.held.map((press) => {
    const fact = judgePress(press, verdicts.get(press.burst ?? '') ?? null, rules);
    ledger.revise(press.isTold ? press.fact : null, fact);
    return { ...press, fact, isTold: true };
  });
  const mayChange = ({ order, fact, burst }: HeldPress) =>
    isRemembered(state, order, fact.t) || verdicts.get(burst ?? '')?.isFrozen === false;
  const remembered = bursts.filter(({ lastOrder, lastT }) => isRemembered(state, lastOrder, lastT));
  const keys = new Set(remembered.map(({ fact }) => fact.key));
  return {
    ...state,
    bursts: remembered,
    held: held.filter(
      (press) => mayChange(press) && (press.burst === null || keys.has(press.burst)),
    ),
  };
}

function judgePress(press: HeldPress, burst: BurstVerdict | null, rules: SiteRules): ClickFact {
  const { fact, seen } = press;
  const { reason, ...verdict } = judgeClick(
    { seen, isDrag: fact.isDrag, isExempt: fact.exempt !== 0 },
    rules.deadClickMs,
  );
  const isRage = burst !== null && !burst.productive;
  const reasons = [isRage ? burst.reason : null, reason].filter((words) => words !== null);
  return {
    ...fact,
    ...verdict,
    causes: seen.causes,
    isRage,
    isProductive: burst?.productive ?? false,
    reason: reasons.length > 0 ? reasons.join('; ') : null,
  };
}
