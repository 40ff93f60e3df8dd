import type { VisitorRun } from './count-visitors.ts';

/** A visitor who reached a step and not the next. */
export interface DropOff {
  readonly session: string;
  /** When the last step was reached, ms since 1970. */
  readonly at: number;
  /** The next page in that session; null: it ended there. */
  readonly nextPage: string | null;
}

export interface StepNumbers {
  readonly visitors: number;
  /** From the step before, ms; null for the first step and where nobody came. */
  readonly medianMs: number | null;
  /** From the start, ms. */
  readonly medianFromFirstMs: number | null;
  readonly dropped: number;
  /** The newest, at most `mostDropOffs`. */
  readonly dropOffs: readonly DropOff[];
  /** Where those who dropped went next, the most first. */
  readonly next: readonly { readonly page: string | null; readonly visitors: number }[];
}

export interface GroupNumbers {
  /** null: not known, or `isRest`. */
  readonly value: string | null;
  /** The rarer values, folded into one. */
  readonly isRest: boolean;
  /** Visitors at each step. */
  readonly visitors: readonly number[];
  /** From the start to the last step, of those who came through, ms. */
  readonly medianMs: number | null;
}

export interface FunnelNumbers {
  readonly steps: readonly StepNumbers[];
  readonly groups: readonly GroupNumbers[];
}

export const mostDropOffs = 5_000;
export const mostGroups = 20;
const mostNext = 10;

/** Adds up the runs of all visitors. */
export function addUpRuns(
  runs: Iterable<VisitorRun>,
  stepCount: number,
  isSplit: boolean,
): FunnelNumbers {
  const steps = Array.from({ length: stepCount }, () => new StepTally());
  const groups = new Map<string | null, GroupTally>();
  for (const run of runs) {
    for (const [step, tally] of steps.entries()) tally.add(run, step);
    if (!isSplit) continue;
    const group = groups.get(run.entered.group) ?? new GroupTally(stepCount);
    groups.set(run.entered.group, group);
    group.add(run);
  }
  return {
    steps: steps.map((tally, step) => tally.close(step === stepCount - 1)),
    groups: closeGroups(groups, stepCount),
  };
}

class StepTally {
  readonly #sinceBefore: number[] = [];
  readonly #sinceStart: number[] = [];
  readonly #dropOffs: DropOff[] = [];
  readonly #next = new Map<string | null, number>();
  #visitors = 0;

  add({ startAt, reachedAt, left, nextPage }: VisitorRun, step: number): void {
    const at = reachedAt[step];
    if (at === undefined) return;
    this.#visitors++;
    this.#sinceStart.push(at - startAt);
    if (step > 0) this.#sinceBefore.push(at - (reachedAt[step - 1] ?? at));
    if (step < reachedAt.length - 1) return;
    this.#dropOffs.push({ session: left.session, at, nextPage });
    this.#next.set(nextPage, (this.#next.get(nextPage) ?? 0) + 1);
  }

  close(isLast: boolean): StepNumbers {
    const numbers = {
      visitors: this.#visitors,
      medianMs: computeMedian(this.#sinceBefore),
      medianFromFirstMs: computeMedian(this.#sinceStart),
    };
    // Who reached the last step has not dropped.
    if (isLast) return { ...numbers, dropped: 0, dropOffs: [], next: [] };
    const newest = this.#dropOffs.sort((a, b) => b.at - a.at || (a.session < b.session ? 1 : -1));
    const next = [...this.#next].map(([page, visitors]) => ({ page, visitors }));
    return {
      ...numbers,
      dropped: newest.length,
      dropOffs: newest.slice(0, mostDropOffs),
      next: next
        .sort((a, b) => b.visitors - a.visitors || ((a.page ?? '') < (b.page ?? '') ? -1 : 1))
        .slice(0, mostNext),
    };
  }
}

class GroupTally {
  readonly visitors: number[];
  readonly times: number[] = [];

  constructor(stepCount: number) {
    this.visitors = Array.from({ length: stepCount }, () => 0);
  }

  add({ startAt, reachedAt }: VisitorRun): void {
    for (const step of reachedAt.keys()) this.visitors[step] = (this.visitors[step] ?? 0) + 1;
    const end = reachedAt[this.visitors.length - 1];
    if (end !== undefined) this.times.push(end - startAt);
  }

  merge({ visitors, times }: GroupTally): void {
    for (const [step, count] of visitors.entries()) {
      this.visitors[step] = (this.visitors[step] ?? 0) + count;
    }
    for (const time of times) this.times.push(time);
  }
}

function closeGroups(groups: ReadonlyMap<string | null, GroupTally>, stepCount: number) {
  const ordered = [...groups].sort(
    ([a, one], [b, other]) =>
      (other.visitors[0] ?? 0) - (one.visitors[0] ?? 0) || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const shown = ordered.slice(0, mostGroups);
  const rest = new GroupTally(stepCount);
  for (const [, tally] of ordered.slice(mostGroups)) rest.merge(tally);
  const close = (value: string | null, tally: GroupTally, isRest: boolean): GroupNumbers => ({
    value,
    isRest,
    visitors: tally.visitors,
    medianMs: computeMedian(tally.times),
  });
  const closed = shown.map(([value, tally]) => close(value, tally, false));
  return ordered.length > mostGroups ? [...closed, close(null, rest, true)] : closed;
}

/** The middle value, of an even number the mean of the two in the middle; null of none. */
export function computeMedian(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
