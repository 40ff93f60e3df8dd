import { addOffsets, measureOffset } from '../../schema/rules/click-precision.ts';
import type { ClickFact, HoverFact, SignedFact } from './fact.ts';
import type { HoverTotal, ViewSummary } from './summary.ts';

/** Adds facts to a view's totals, and takes back what was retracted: whole numbers, so nothing is left behind. */
export function addFacts(summary: ViewSummary, facts: readonly SignedFact[]): ViewSummary {
  const sum = { ...summary };
  for (const signed of facts) Object.assign(sum, addFact(sum, signed));
  return sum;
}

function addFact(sum: ViewSummary, { sign, fact }: SignedFact): Partial<ViewSummary> {
  switch (fact.kind) {
    case 'click':
      return addClick(sum, sign, fact);
    case 'burst':
      return fact.productive
        ? { productiveBursts: sum.productiveBursts + sign }
        : { rageBursts: sum.rageBursts + sign };
    case 'hover':
      return { hovers: addHover(sum.hovers, sign, fact) };
    case 'scroll':
      return {
        scrollEvents: sum.scrollEvents + sign,
        scrollReversals: sum.scrollReversals + (fact.isReversal ? sign : 0),
      };
    case 'excessiveScroll':
      return { excessiveScrolls: sum.excessiveScrolls + sign };
    case 'thrash':
      return { thrashes: sum.thrashes + sign };
    case 'typing':
      return {
        keyPresses: sum.keyPresses + sign * fact.presses,
        typingIntervals: sum.typingIntervals + sign * Math.max(0, fact.presses - 1),
        typingMs: sum.typingMs + sign * fact.durationMs,
      };
    case 'error':
      return { errors: sum.errors + sign };
    case 'custom':
      return { customEvents: sum.customEvents + sign };
    case 'visibility':
      return sign > 0 ? { visibility: fact.state } : {};
    case 'view':
    case 'moves':
    case 'dwell':
    case 'form':
    case 'wireframe':
      return {};
  }
}

function addClick(sum: ViewSummary, sign: 1 | -1, click: ClickFact): Partial<ViewSummary> {
  const count = (isSo: boolean) => (isSo ? sign : 0);
  const offset = measureOffset(click);
  return {
    clicks: sum.clicks + sign,
    drags: sum.drags + count(click.isDrag),
    rageClicks: sum.rageClicks + count(click.isRage),
    deadClicks: sum.deadClicks + count(click.isDead),
    slowClicks: sum.slowClicks + count(click.isSlow),
    offsets: addOffsets(sum.offsets, offset, sign),
  };
}

function addHover(
  hovers: readonly HoverTotal[],
  sign: 1 | -1,
  { element, durationMs, clicked, t }: HoverFact,
): readonly HoverTotal[] {
  const added = { element, durationMs, count: sign, clicked: clicked ? sign : 0, firstMs: t };
  const known = hovers.find((total) => total.element.index === element.index);
  if (!known) return [...hovers, added];
  const total: HoverTotal = {
    element,
    durationMs: known.durationMs + sign * durationMs,
    count: known.count + added.count,
    clicked: known.clicked + added.clicked,
    firstMs: Math.min(known.firstMs, t),
  };
  return hovers.map((hover) => (hover === known ? total : hover));
}
