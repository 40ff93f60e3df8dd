import type { FunnelEvent, FunnelRun, RunRules } from '../find-run.ts';

/**
 * What `findRun` is to find, by trying everything: every start, and from there every choice of events. The furthest wins, then the
 * earliest start, then the earliest events.
 */
export function findRunSlowly(events: readonly FunnelEvent[], rules: RunRules): FunnelRun | null {
  let best: FunnelRun | null = null;
  for (let start = 0; start < events.length; start++) {
    const reached =
      rules.order === 'ANY' ? tryAny(events, start, rules) : longest(events, start, rules);
    if (reached.length > (best?.reached.length ?? 0)) best = { start, reached };
  }
  return best;
}

function longest(
  events: readonly FunnelEvent[],
  start: number,
  rules: RunRules,
): readonly number[] {
  const first = events[start];
  if (!first || !is(first, 0)) return [];
  const goOn = (chain: readonly number[]): readonly number[] => {
    if (chain.length === rules.stepCount) return chain;
    const chains = events.flatMap((event, next) =>
      is(event, chain.length) && mayFollow(events, chain, next, rules)
        ? [goOn([...chain, next])]
        : [],
    );
    return chains.reduce((best, each) => (each.length > best.length ? each : best), chain);
  };
  return goOn([start]);
}

function mayFollow(
  events: readonly FunnelEvent[],
  chain: readonly number[],
  next: number,
  { order, windowMs }: RunRules,
): boolean {
  const [first, last] = [events[chain[0] ?? 0], chain.at(-1) ?? 0];
  const event = events[next];
  if (!first || !event || next <= last || event.at - first.at > windowMs) return false;
  return order === 'ORDERED' || (next === last + 1 && event.session === first.session);
}

/** For each number of steps the first end of the window by which they are all done. */
function tryAny(events: readonly FunnelEvent[], start: number, rules: RunRules): readonly number[] {
  const first = events[start];
  if (!first || first.mask === 0) return [];
  const reached: number[] = [];
  for (let steps = 1; steps <= rules.stepCount; steps++) {
    const end = events.findIndex(
      (event, i) =>
        i >= start &&
        event.at - first.at <= rules.windowMs &&
        canAssign(events.slice(start, i + 1), steps),
    );
    if (end < 0) break;
    reached.push(end);
  }
  return reached;
}

/** Whether steps `0 … steps - 1` can each have an event of their own: every assignment is tried. */
function canAssign(events: readonly FunnelEvent[], steps: number): boolean {
  if (steps === 0) return true;
  return events.some(
    (event, i) => is(event, steps - 1) && canAssign(events.toSpliced(i, 1), steps - 1),
  );
}

function is(event: FunnelEvent, step: number): boolean {
  return Math.floor(event.mask / 2 ** step) % 2 === 1;
}
