import type { FunnelOrder } from './step.ts';

/** Something a visitor did that the funnel asks about. */
export interface FunnelEvent {
  /** ms since 1970. */
  readonly at: number;
  /** Bit `i` is set where it is step `i`; strict order also knows events that are no step, and interrupt. */
  readonly mask: number;
  /** Which session it belongs to: equal numbers, the same session. */
  readonly session: number;
}

/** How far a visitor came. */
export interface FunnelRun {
  /** Index of the event with which the window begins. */
  readonly start: number;
  /** For each step that was reached, the index of the event that reached it: never the same one twice, but in any order. */
  readonly reached: readonly number[];
}

export interface RunRules {
  readonly stepCount: number;
  readonly order: FunnelOrder;
  /** From the first event of a run to its last, both included; Infinity for no limit. */
  readonly windowMs: number;
}

/**
 * The furthest run of a visitor through a funnel; of several that come equally far the one that starts first, and from there each
 * step as early as can be. No event is two steps. One pass.
 *
 * - `ORDERED`: the steps one after another, anything between them.
 * - `STRICT`: the steps in a row, in one session: no other event of `events` between.
 * - `ANY`: step k is reached once steps 1 … k are done in whatever order.
 *
 * @param events in order of time (`STRICT`: session by session)
 * @returns null where the first step was not reached
 */
export function findRun(events: readonly FunnelEvent[], rules: RunRules): FunnelRun | null {
  if (rules.order === 'STRICT') return findStrictRun(events, rules);
  return rules.order === 'ANY' ? findAnyRun(events, rules) : findOrderedRun(events, rules);
}

function findStrictRun(events: readonly FunnelEvent[], rules: RunRules): FunnelRun | null {
  let best: FunnelRun | null = null;
  for (let start = 0; start < events.length; start++) {
    const reached = countRow(events, start, rules);
    if (reached > (best?.reached.length ?? 0)) {
      best = { start, reached: Array.from({ length: reached }, (_, step) => start + step) };
    }
    if (reached === rules.stepCount) break;
  }
  return best;
}

function countRow(
  events: readonly FunnelEvent[],
  start: number,
  { stepCount, windowMs }: RunRules,
): number {
  const first = events[start];
  let reached = 0;
  while (first && reached < stepCount) {
    const event = events[start + reached];
    if (!event || !isStep(event, reached)) break;
    if (event.session !== first.session || event.at - first.at > windowMs) break;
    reached++;
  }
  return reached;
}

/**
 * For each step, the latest start of a run that reached it: a later start leaves the most of the window. The first event that
 * takes any run to the furthest step ends the run that is looked for.
 */
function findOrderedRun(events: readonly FunnelEvent[], rules: RunRules): FunnelRun | null {
  const { stepCount, windowMs } = rules;
  const latestStart: number[] = Array.from({ length: stepCount }, () => Number.NEGATIVE_INFINITY);
  let furthest = 0;
  let endAt = 0;
  for (const event of events) {
    const steps = goOn(event, latestStart, windowMs);
    if (steps > furthest) {
      furthest = steps;
      endAt = event.at;
    }
    if (furthest === stepCount) break;
  }
  return furthest === 0 ? null : walk(events, furthest, endAt - windowMs);
}

/**
 * Takes an event into every run that it carries on. From the last step down, so that it is one step only.
 *
 * @returns how many steps the furthest of these runs has now
 */
function goOn(event: FunnelEvent, latestStart: number[], windowMs: number): number {
  let furthest = 0;
  for (let step = latestStart.length - 1; step >= 0; step--) {
    if (!isStep(event, step)) continue;
    const start = step === 0 ? event.at : (latestStart[step - 1] ?? 0);
    if (start === Number.NEGATIVE_INFINITY || event.at - start > windowMs) continue;
    latestStart[step] = Math.max(latestStart[step] ?? 0, start);
    furthest = Math.max(furthest, step + 1);
  }
  return furthest;
}

/** The run whose first step is the earliest that is not before `from`. */
function walk(events: readonly FunnelEvent[], steps: number, from: number): FunnelRun | null {
  const reached: number[] = [];
  for (let i = 0; i < events.length && reached.length < steps; i++) {
    const event = events[i];
    if (event && event.at >= from && isStep(event, reached.length)) reached.push(i);
  }
  const [start] = reached;
  return start === undefined ? null : { start, reached };
}

/** A window slides over the events; whenever one comes in, it is tried whether more steps can be dealt out to those inside. */
function findAnyRun(events: readonly FunnelEvent[], rules: RunRules): FunnelRun | null {
  const inside = new Hand();
  let furthest = 0;
  let oldest = 0;
  let start = 0;
  for (const event of events) {
    inside.take(event.mask);
    for (let first = events[oldest]; first && event.at - first.at > rules.windowMs; ) {
      inside.drop(first.mask);
      first = events[++oldest];
    }
    while (furthest < rules.stepCount && inside.covers(furthest + 1)) {
      furthest++;
      start = oldest;
    }
    if (furthest === rules.stepCount) break;
  }
  return furthest === 0 ? null : dealOut(events, firstStep(events, start), furthest);
}

/** Events that are no step don't begin a window. */
function firstStep(events: readonly FunnelEvent[], from: number): number {
  let start = from;
  while ((events[start]?.mask ?? 1) === 0) start++;
  return start;
}

function dealOut(events: readonly FunnelEvent[], start: number, steps: number): FunnelRun {
  const hand = new Hand();
  const reached: number[] = [];
  for (let i = start; i < events.length && reached.length < steps; i++) {
    hand.take(events[i]?.mask ?? 0);
    while (reached.length < steps && hand.covers(reached.length + 1)) reached.push(i);
  }
  return { start, reached };
}

/** Events in a window, as far as dealing them out to steps goes: how many there are of each mask. */
class Hand {
  readonly #counts = new Map<number, number>();

  take(mask: number): void {
    this.#counts.set(mask, (this.#counts.get(mask) ?? 0) + 1);
  }

  drop(mask: number): void {
    this.#counts.set(mask, (this.#counts.get(mask) ?? 0) - 1);
  }

  /** Whether each of the first steps can have an event of its own (a matching, by augmenting paths). */
  covers(steps: number): boolean {
    const dealt = new Map<number, number[]>();
    for (let step = 0; step < steps; step++) {
      if (!this.#deal(step, dealt, new Set())) return false;
    }
    return true;
  }

  #deal(step: number, dealt: Map<number, number[]>, tried: Set<number>): boolean {
    for (const [mask, count] of this.#counts) {
      if (count === 0 || tried.has(mask) || !(mask & (1 << step))) continue;
      tried.add(mask);
      const holders = dealt.get(mask) ?? [];
      dealt.set(mask, holders);
      if (holders.length < count) {
        holders.push(step);
        return true;
      }
      const place = holders.findIndex((holder) => this.#deal(holder, dealt, tried));
      if (place < 0) continue;
      holders[place] = step;
      return true;
    }
    return false;
  }
}

function isStep(event: FunnelEvent, step: number): boolean {
  return (event.mask & (1 << step)) !== 0;
}
